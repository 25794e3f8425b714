namespace DtcGen.Onnx;

/// <summary>Times models under ONNX Runtime.</summary>
/// <param name="inputs">Makes the inputs of a run.</param>
/// <param name="options">How they are timed.</param>
internal sealed class RuntimeClock(Func<OnnxModel, IReadOnlyList<OnnxArray>> inputs, OnnxLatencyOptions options) : ILatencyClock
{
    // A profile takes longer than the runs, and shares need less than times.
    private const int MostProfiled = 30;

    /// <inheritdoc/>
    public double Time(OnnxModel model) => OnnxLatency.Measure(model, inputs(model), options).Median;

    /// <inheritdoc/>
    public double Ratio(OnnxModel model, OnnxModel other) => OnnxLatency.Ratio(model, other, inputs(model), options);

    /// <inheritdoc/>
    public double[] NodeTimes(OnnxModel model) => OnnxNodeTimes.Measure(
        model,
        inputs(model),
        options with { Runs = Math.Min(options.Runs, MostProfiled), Warmup = Math.Min(options.Warmup, MostProfiled) });
}
