#:project ../../../src/DtcGen.Datasets/DtcGen.Datasets.csproj
#:package System.IO.Hashing

// Draws the digits that ship with the app: LABEL-NUMBER.png, 28 × 28, light on dark.
using System.Buffers.Binary;
using System.IO.Compression;
using System.IO.Hashing;
using DtcGen.Datasets;

var folder = args is [var only] ? only : throw new ArgumentException("Say where to: dotnet run --file MakeDigits.cs -- FOLDER");
const int each = 2;
const int skip = 40;
var digits = SyntheticDigits.Create(trainCount: 1, testCount: skip + 10 * each, seed: 42).Test;
for (var image = skip; image < digits.Count; image++)
{
    var size = digits.ImageSize;
    File.WriteAllBytes(
        Path.Combine(folder, $"{digits.Labels[image]}-{(image - skip) / 10 + 1}.png"),
        GreyPng(digits.Pixels.AsSpan(image * size, size), digits.Width, digits.Height));
}

static byte[] GreyPng(ReadOnlySpan<byte> pixels, int width, int height)
{
    using var packed = new MemoryStream();
    using (var zlib = new ZLibStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
    {
        for (var y = 0; y < height; y++)
        {
            // Each row begins with its filter; 0 leaves it as it is.
            zlib.WriteByte(0);
            zlib.Write(pixels.Slice(y * width, width));
        }
    }

    const byte depth = 8, grey = 0;
    return [
        0x89, .. "PNG\r\n"u8, 0x1a, .. "\n"u8,
        .. Chunk([.. "IHDR"u8, .. BigEndian((uint)width), .. BigEndian((uint)height), depth, grey, 0, 0, 0]),
        .. Chunk([.. "IDAT"u8, .. packed.ToArray()]),
        .. Chunk([.. "IEND"u8])
    ];
}

static byte[] Chunk(byte[] named) => [.. BigEndian((uint)named.Length - 4), .. named, .. BigEndian(Crc32.HashToUInt32(named))];

static byte[] BigEndian(uint value)
{
    var bytes = new byte[sizeof(uint)];
    BinaryPrimitives.WriteUInt32BigEndian(bytes, value);
    return bytes;
}
