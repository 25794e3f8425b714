using System.Buffers.Binary;
using System.Globalization;
using System.Text.Json;

namespace DtcGen.Samples.InferenceApp;

/// <summary>Reads images that come as numbers.</summary>
internal static class FloatImage
{
    /// <summary>Reads float32 values, little-endian.</summary>
    /// <exception cref="BadImageException">There are too few, too many, or one is not from 0 to 1.</exception>
    public static float[] ReadBytes(byte[] content, ImageShape shape)
    {
        if (content.Length != shape.Length * sizeof(float))
        {
            throw new BadImageException(
                $"The content has {content.Length} bytes; this model takes {shape.Length * sizeof(float)}: {shape.Length} float32 values, little-endian, for {shape} pixels.");
        }

        var pixels = new float[shape.Length];
        for (var i = 0; i < pixels.Length; i++)
        {
            pixels[i] = BinaryPrimitives.ReadSingleLittleEndian(content.AsSpan(i * sizeof(float)));
        }

        return Check(pixels);
    }

    /// <summary>Reads a JSON array of numbers.</summary>
    /// <exception cref="BadImageException">It is no such array, has too few or too many, or one is not from 0 to 1.</exception>
    public static float[] ReadJson(byte[] content, ImageShape shape)
    {
        float[]? pixels;
        try
        {
            pixels = JsonSerializer.Deserialize<float[]>(content);
        }
        catch (JsonException e)
        {
            throw new BadImageException(
                $"The content is not a JSON array of numbers (at {e.Path ?? "$"}, line {e.LineNumber + 1}, byte {e.BytePositionInLine}). Note that JSON has no NaN.",
                e);
        }

        if (pixels?.Length != shape.Length)
        {
            throw new BadImageException(
                $"The array has {pixels?.Length ?? 0} numbers; this model takes {shape.Length}, for {shape} pixels.");
        }

        return Check(pixels);
    }

    private static float[] Check(float[] pixels)
    {
        for (var i = 0; i < pixels.Length; i++)
        {
            // Written so that NaN does not pass.
            if (!(pixels[i] >= 0 && pixels[i] <= 1))
            {
                throw new BadImageException(string.Create(
                    CultureInfo.InvariantCulture,
                    $"Number {i} is {pixels[i]}; a pixel is a number from 0 (dark) to 1 (light). The model's own scaling is applied here."));
            }
        }

        return pixels;
    }
}
