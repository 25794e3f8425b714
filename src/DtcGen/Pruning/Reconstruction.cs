namespace DtcGen;

/// <summary>
/// How the layers behind the neurons that left are refitted: by least squares, in closed form, to what they computed on the
/// calibration's batches before.
/// </summary>
public sealed record Reconstruction
{
    /// <summary>The default of <see cref="Ridge"/>.</summary>
    public const double DefaultRidge = 1e-4;

    /// <summary>
    /// How hard weights are held to what they were, in units of the mean square of the layer's inputs; above 0. It counts in full where
    /// there are a hundred samples (in a convolution, windows) or more for each input, and in proportion more where there are fewer.
    /// </summary>
    public double Ridge { get; init; } = DefaultRidge;

    /// <summary>
    /// Whether layers are refitted one after the other, each on what the layers before it, clipped and refitted, then give it: two to
    /// three forward passes over the batches for each layer, one layer's products in memory at a time. False: all at once, each on what
    /// it took before the clip, in one pass; quicker, and worse in deep networks.
    /// </summary>
    public bool Sequential { get; init; } = true;

    /// <summary>Whether batch normalisations take their means and variances anew from the batches.</summary>
    public bool RefreshStatistics { get; init; } = true;

    internal void Check()
    {
        if (!(Ridge > 0 && double.IsFinite(Ridge)))
        {
            throw new ArgumentOutOfRangeException(nameof(Ridge), Ridge, "The ridge must be a number above 0.");
        }
    }
}
