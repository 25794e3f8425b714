using SixLabors.ImageSharp;
using SixLabors.ImageSharp.Formats.Png;
using SixLabors.ImageSharp.PixelFormats;

namespace DtcGen.Samples.InferenceApp;

/// <summary>Reads images that come as PNG files.</summary>
internal static class PngImage
{
    /// <summary>The largest pixel: red, green, blue and alpha of 16 bits each.</summary>
    private const int LargestPixel = 8;
    private const float Full = byte.MaxValue;
    private static readonly Configuration PngOnly = new(new PngConfigurationModule());

    /// <summary>Reads a PNG file; transparent parts are dark, and colour becomes grey where the model takes grey.</summary>
    /// <exception cref="BadImageException">It is not a PNG file, is damaged, or is of another size.</exception>
    public static float[] Read(byte[] content, ImageShape shape)
    {
        var header = PngHeader.Read(content);
        if (header.Width != shape.Width || header.Height != shape.Height || shape.Channels is not (1 or 3))
        {
            throw new BadImageException($"The image is {header.Width} × {header.Height} pixels; this model takes {shape}.");
        }

        // Packed pixels never take much more than unpacked ones; a file that unpacks to far more is not let in.
        if (header.DataBytes > 1024 + 2L * shape.Height * (1 + shape.Width * LargestPixel))
        {
            throw new BadImageException($"The image's packed pixels take {header.DataBytes} bytes, too many for {shape}.");
        }

        using var image = Open(content);
        var pixels = new float[shape.Length];
        var plane = shape.Height * shape.Width;
        for (var i = 0; i < plane; i++)
        {
            var pixel = image[i % shape.Width, i / shape.Width];
            var scale = pixel.A / (Full * Full);
            if (shape.Channels == 1)
            {
                pixels[i] = scale * Luma(pixel);
            }
            else
            {
                (pixels[i], pixels[i + plane], pixels[i + 2 * plane]) = (scale * pixel.R, scale * pixel.G, scale * pixel.B);
            }
        }

        return pixels;
    }

    /// <summary>Brightness as Rec. 601 has it; grey as it is, without rounding.</summary>
    private static float Luma(Rgba32 pixel)
        => pixel.R == pixel.G && pixel.G == pixel.B ? pixel.R : 0.299f * pixel.R + 0.587f * pixel.G + 0.114f * pixel.B;

    private static Image<Rgba32> Open(byte[] content)
    {
        try
        {
            return Image.Load<Rgba32>(PngOnly, content, new PngDecoder { IgnoreMetadata = true });
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // Most are the decoder's own kind; whatever it throws here, it throws because of the content.
            throw new BadImageException($"The PNG file is damaged: {e.Message}", e);
        }
    }
}
