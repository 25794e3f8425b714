namespace DtcGen.Samples.InferenceApp;

/// <summary>Reads images that come as PNG files.</summary>
internal static class PngImage
{
    private const float Full = byte.MaxValue;

    /// <summary>Reads a PNG file; transparent parts are dark, and colour becomes grey where the model takes grey.</summary>
    /// <exception cref="BadImageException">It is not a PNG file, is damaged, of a kind that is not read, or of another size.</exception>
    public static float[] Read(byte[] content, ImageShape shape)
    {
        var file = PngFile.Read(content);
        if (file.Header.Width != shape.Width || file.Header.Height != shape.Height || shape.Channels is not (1 or 3))
        {
            throw new BadImageException($"The image is {file.Header.Width} × {file.Header.Height} pixels; this model takes {shape}.");
        }

        var image = new PngPixels(file);
        var pixels = new float[shape.Length];
        var plane = shape.Height * shape.Width;
        for (var i = 0; i < plane; i++)
        {
            var (r, g, b, a) = image[i % shape.Width, i / shape.Width];
            var scale = a / (Full * Full);
            if (shape.Channels == 1)
            {
                pixels[i] = scale * Luma(r, g, b);
            }
            else
            {
                (pixels[i], pixels[i + plane], pixels[i + 2 * plane]) = (scale * r, scale * g, scale * b);
            }
        }

        return pixels;
    }

    /// <summary>Brightness as Rec. 601 has it; grey as it is, without rounding.</summary>
    private static float Luma(byte r, byte g, byte b) => r == g && g == b ? r : 0.299f * r + 0.587f * g + 0.114f * b;
}
