namespace DtcGen.Datasets;

/// <summary>Maps a pixel value p from 0…255 to (p/255 − mean)/deviation.</summary>
/// <param name="Mean">The mean of the data on the scale 0…1, one per channel.</param>
/// <param name="Deviation">Its standard deviation, one per channel.</param>
public sealed record Normalization(IReadOnlyList<float> Mean, IReadOnlyList<float> Deviation)
{
    /// <summary>Maps images.</summary>
    /// <param name="pixels">Values in the order image, channel, row, column.</param>
    /// <param name="channels">How many channels there are.</param>
    /// <param name="planeSize">Values per channel of one image.</param>
    public float[] Apply(ReadOnlySpan<byte> pixels, int channels, int planeSize)
    {
        if (Mean.Count != channels || Deviation.Count != channels)
        {
            throw new ArgumentException(
                $"The images have {channels} channels, but there are {Mean.Count} means and {Deviation.Count} deviations.",
                nameof(channels));
        }

        // 256 possible values per channel: a table is exact and fast.
        var tables = new float[channels][];
        for (var c = 0; c < channels; c++)
        {
            tables[c] = [.. Enumerable.Range(0, 256).Select(p => (p / 255f - Mean[c]) / Deviation[c])];
        }

        var values = new float[pixels.Length];
        for (var start = 0; start < pixels.Length; start += planeSize)
        {
            var table = tables[start / planeSize % channels];
            for (var i = start; i < start + planeSize; i++)
            {
                values[i] = table[pixels[i]];
            }
        }

        return values;
    }
}
