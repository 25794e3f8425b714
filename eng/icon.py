#!/usr/bin/env python3
"""Draws icon.png, the packages' icon: two layers of neurons seen from both sides, the middle one half clipped.

    python3 eng/icon.py        # writes eng/icon.png; needs nothing but Python
"""
import math
import pathlib
import struct
import zlib

SIZE = 128
SAMPLES = 4
BACK, RAY, KEPT, GONE = (24, 33, 58), (92, 116, 178), (255, 198, 77), (58, 72, 112)
LEFT = [(26, y) for y in (40, 64, 88)]
MIDDLE = [(64, y) for y in (22, 43, 64, 85, 106)]
RIGHT = [(102, y) for y in (52, 76)]
STAYS = {22, 64, 85}


def near_segment(x, y, a, b):
    (ax, ay), (bx, by) = a, b
    t = max(0, min(1, ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / ((bx - ax) ** 2 + (by - ay) ** 2)))
    return math.hypot(x - ax - t * (bx - ax), y - ay - t * (by - ay)) <= 1.1


def color(x, y):
    corner = 24
    dx, dy = max(corner - x, x - SIZE + corner, 0), max(corner - y, y - SIZE + corner, 0)
    if math.hypot(dx, dy) > corner:
        return (0, 0, 0, 0)
    for center in LEFT + RIGHT:
        if math.dist((x, y), center) <= 7:
            return (*RAY, 255)
    for center in MIDDLE:
        if math.dist((x, y), center) <= 8.5:
            return (*(KEPT if center[1] in STAYS else GONE), 255)
    kept = [center for center in MIDDLE if center[1] in STAYS]
    if any(near_segment(x, y, side, center) for side in LEFT + RIGHT for center in kept):
        return (*RAY, 255)
    return (*BACK, 255)


def pixel(column, row):
    points = [color(column + (i + 0.5) / SAMPLES, row + (j + 0.5) / SAMPLES) for i in range(SAMPLES) for j in range(SAMPLES)]
    alpha = sum(p[3] for p in points)
    shade = [round(sum(p[c] * p[3] for p in points) / alpha) if alpha else 0 for c in range(3)]
    return bytes([*shade, round(alpha / len(points))])


def chunk(kind, data):
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


rows = b"".join(b"\0" + b"".join(pixel(c, r) for c in range(SIZE)) for r in range(SIZE))
pathlib.Path(__file__).with_name("icon.png").write_bytes(
    b"\x89PNG\r\n\x1a\n"
    + chunk(b"IHDR", struct.pack(">IIBBBBB", SIZE, SIZE, 8, 6, 0, 0, 0))
    + chunk(b"IDAT", zlib.compress(rows, 9))
    + chunk(b"IEND", b""))
