namespace DtcGen.Samples;

/// <summary>How well the weights of both networks compress, in result.json.</summary>
/// <param name="Lambda">The multiple of the compressibility loss that training added, one ratio per weight tensor; 0 without it.</param>
/// <param name="Threshold">Weights below this share of their tensor's largest magnitude are set to zero.</param>
/// <param name="Exported">Whether the ONNX files hold the weights after the threshold: so with a lambda above 0, else
/// those that training left.</param>
public sealed record CompressibilityResult(double Lambda, double Threshold, bool Exported)
{
    /// <summary>
    /// The share of <see cref="Threshold"/>. Adam's last steps are a thousandth of the largest weights or so, and
    /// weights that the term holds at zero swing that far around it.
    /// </summary>
    internal const double ThresholdShare = 0.02;

    /// <summary>The network before compression.</summary>
    public WeightsResult? Dense { get; set; }

    /// <summary>The network after compression and fine-tuning.</summary>
    public WeightsResult? Pruned { get; set; }

    internal static CompressibilityResult For(SampleOptions options)
        => new(options.Compressibility, ThresholdShare, options.Compressibility > 0);
}
