namespace DtcGen.Samples.InferenceApp;

/// <summary>The pixels of a PNG file, unpacked.</summary>
internal sealed class PngPixels
{
    private readonly PngFile _file;
    private readonly byte[] _rows;
    private readonly int _rowBytes;

    /// <param name="file">The file; its header bounds what is unpacked.</param>
    /// <exception cref="BadImageException">The packed pixels are damaged, or not as many as the header says.</exception>
    public PngPixels(PngFile file)
    {
        _file = file;
        _rowBytes = checked((int)file.Header.RowBytes);
        _rows = PackedPixels.Unpack(file.Packed, file.Header.Height * (1 + file.Header.RowBytes));
        Span<byte> above = new byte[_rowBytes];
        for (var y = 0; y < file.Header.Height; y++)
        {
            var row = Row(y);
            Unfilter(_rows[y * (1 + _rowBytes)], row, above, file.Header.Stride);
            above = row;
        }
    }

    /// <summary>Red, green, blue and alpha.</summary>
    /// <exception cref="BadImageException">The pixel's entry is not in the palette.</exception>
    public (byte R, byte G, byte B, byte A) this[int x, int y]
    {
        get
        {
            var row = Row(y);
            var at = x * _file.Header.Stride;
            return _file.Header.Colour switch
            {
                PngColour.Grey => Opaque(Bits(row, x) * byte.MaxValue / ((1 << _file.Header.Depth) - 1)),
                PngColour.GreyAlpha => (row[at], row[at], row[at], row[at + 1]),
                PngColour.Palette => Entry(Bits(row, x)),
                PngColour.Rgb => (row[at], row[at + 1], row[at + 2], byte.MaxValue),
                _ => (row[at], row[at + 1], row[at + 2], row[at + 3]),
            };
        }
    }

    private static (byte R, byte G, byte B, byte A) Opaque(int grey) => ((byte)grey, (byte)grey, (byte)grey, byte.MaxValue);

    private Span<byte> Row(int y) => _rows.AsSpan(y * (1 + _rowBytes) + 1, _rowBytes);

    /// <summary>The only sample of a pixel; several may share a byte, the first in its high bits.</summary>
    private int Bits(Span<byte> row, int x)
    {
        var depth = _file.Header.Depth;
        return row[x * depth / 8] >> (8 - depth - x * depth % 8) & ((1 << depth) - 1);
    }

    private (byte R, byte G, byte B, byte A) Entry(int number)
    {
        var entries = _file.Palette.Length / 3;
        if (number >= entries)
        {
            throw new BadImageException($"The PNG file is damaged: a pixel has the colour {number} of a palette of {entries}.");
        }

        var entry = _file.Palette.AsSpan(3 * number, 3);
        return (entry[0], entry[1], entry[2], number < _file.Alphas.Length ? _file.Alphas[number] : byte.MaxValue);
    }

    private static void Unfilter(byte filter, Span<byte> row, Span<byte> above, int stride)
    {
        for (var i = 0; i < row.Length; i++)
        {
            int left = i < stride ? 0 : row[i - stride], up = above[i], corner = i < stride ? 0 : above[i - stride];
            row[i] += filter switch
            {
                0 => 0,
                1 => (byte)left,
                2 => (byte)up,
                3 => (byte)((left + up) / 2),
                4 => (byte)Paeth(left, up, corner),
                _ => throw new BadImageException($"The PNG file is damaged: a row has the filter {filter}; there are 0 to 4."),
            };
        }
    }

    /// <summary>The neighbour that is nearest to left + up − corner; of equals, the first.</summary>
    private static int Paeth(int left, int up, int corner)
    {
        int toLeft = Math.Abs(up - corner), toUp = Math.Abs(left - corner), toCorner = Math.Abs(left + up - 2 * corner);
        return toLeft <= toUp && toLeft <= toCorner ? left : toUp <= toCorner ? up : corner;
    }
}
