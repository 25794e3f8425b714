using System.Buffers.Binary;

namespace DtcGen.Samples.InferenceApp;

/// <summary>What a PNG file's first chunk says: how large the image is, and how its rows are laid out.</summary>
/// <param name="Width">Columns.</param>
/// <param name="Height">Rows.</param>
/// <param name="Depth">Bits of a sample.</param>
/// <param name="Colour">What the samples of a pixel are.</param>
internal readonly record struct PngHeader(uint Width, uint Height, int Depth, PngColour Colour)
{
    private const int Length = 13;

    /// <summary>Samples of a pixel.</summary>
    public int Samples => Colour switch { PngColour.Rgb => 3, PngColour.GreyAlpha => 2, PngColour.Rgba => 4, _ => 1 };

    /// <summary>How many bytes back the filters find the pixel to the left.</summary>
    public int Stride => Math.Max(1, Samples * Depth / 8);

    /// <summary>The bytes of a row, without the one that names its filter.</summary>
    public long RowBytes => (Width * (long)Samples * Depth + 7) / 8;

    /// <exception cref="BadImageException">It is no header, or of a kind that is not read.</exception>
    public static PngHeader Read(ReadOnlySpan<byte> content)
    {
        if (content.Length != Length)
        {
            throw new BadImageException($"The PNG file is damaged: its header has {content.Length} bytes, not {Length}.");
        }

        var header = new PngHeader(
            BinaryPrimitives.ReadUInt32BigEndian(content),
            BinaryPrimitives.ReadUInt32BigEndian(content[4..]),
            content[8],
            (PngColour)content[9]);
        if (!header.IsPlain)
        {
            throw new BadImageException(
                $"The PNG file has {header.Depth} bits for a sample of colour type {(int)header.Colour}; " +
                "accepted are 8 bits, and for grey or a palette also 1, 2 and 4.");
        }

        if (content[10] != 0 || content[11] != 0)
        {
            throw new BadImageException("The PNG file is damaged: its header names a compression or filter that PNG does not have.");
        }

        return content[12] == 0 ? header : throw new BadImageException("The PNG file is interlaced; save it without interlacing.");
    }

    /// <summary>What common tools write: they turn to fewer than 8 bits for images of few colours, black and white above all.</summary>
    private bool IsPlain => Colour switch
    {
        PngColour.Grey or PngColour.Palette => Depth is 1 or 2 or 4 or 8,
        PngColour.Rgb or PngColour.GreyAlpha or PngColour.Rgba => Depth == 8,
        _ => false,
    };
}
