namespace DtcGen.Datasets;

/// <summary>Images of one size with a class number for each.</summary>
public sealed class LabeledImages
{
    /// <summary>Takes the pixels and labels as they are; nothing is copied.</summary>
    /// <param name="pixels">One byte per value, in the order image, channel, row, column.</param>
    /// <param name="labels">One class number per image.</param>
    /// <param name="channels">Values per pixel: 1 for grey, 3 for red, green, blue.</param>
    /// <param name="height">Rows per image.</param>
    /// <param name="width">Columns per image.</param>
    /// <exception cref="ArgumentException">The number of pixels is not labels × channels × height × width.</exception>
    public LabeledImages(byte[] pixels, byte[] labels, int channels, int height, int width)
    {
        ArgumentNullException.ThrowIfNull(pixels);
        ArgumentNullException.ThrowIfNull(labels);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(channels);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(height);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(width);
        if (pixels.LongLength != (long)labels.Length * channels * height * width)
        {
            throw new ArgumentException(
                $"{labels.Length} labels need {labels.Length} × {channels} × {height} × {width} pixel values, but there are {pixels.Length}.",
                nameof(pixels));
        }

        Pixels = pixels;
        Labels = labels;
        Channels = channels;
        Height = height;
        Width = width;
    }

    /// <summary>The pixel values, 0 to 255, in the order image, channel, row, column.</summary>
    public byte[] Pixels { get; }

    /// <summary>The class number of each image.</summary>
    public byte[] Labels { get; }

    /// <summary>Values per pixel.</summary>
    public int Channels { get; }

    /// <summary>Rows per image.</summary>
    public int Height { get; }

    /// <summary>Columns per image.</summary>
    public int Width { get; }

    /// <summary>How many images there are.</summary>
    public int Count => Labels.Length;

    /// <summary>How many values one image has.</summary>
    public int ImageSize => Channels * Height * Width;

    /// <summary>The first images, or all of them when there are fewer.</summary>
    /// <param name="count">How many at most.</param>
    public LabeledImages Take(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        return count >= Count ? this : new LabeledImages(Pixels[..(count * ImageSize)], Labels[..count], Channels, Height, Width);
    }
}
