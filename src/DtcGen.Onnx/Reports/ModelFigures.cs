namespace DtcGen.Onnx;

/// <summary>A network and its ONNX file in figures: one side of a <see cref="CompressReport"/>.</summary>
public sealed record ModelFigures
{
    /// <summary>The neurons of all groups: the ones that can leave.</summary>
    public required long Neurons { get; init; }

    /// <summary>The file's parameters, as <see cref="OnnxStatistics.Parameters"/>.</summary>
    public required long Parameters { get; init; }

    /// <summary>Multiply-adds for one sample; null where the file does not tell.</summary>
    public required long? MultiplyAdds { get; init; }

    /// <summary>The file's size, data files included.</summary>
    public required long OnnxBytes { get; init; }

    /// <summary>The share of test samples that it gets right; null where that was not measured.</summary>
    public double? Accuracy { get; init; }

    /// <summary>How the file compares with the network; null where that was not measured.</summary>
    public OnnxParityResult? Parity { get; init; }

    /// <summary>ONNX Runtime's median time in milliseconds, by the number of samples at once.</summary>
    public IReadOnlyDictionary<int, double> LatencyMs { get; init; } = new Dictionary<int, double>();

    /// <summary>What the network and its file say themselves; the rest is for the caller to measure, by <c>with</c>.</summary>
    /// <param name="model">The network.</param>
    /// <param name="path">Its file.</param>
    /// <exception cref="OnnxModelException">The file is not a valid model.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static ModelFigures Of(IDualTomographic model, string path)
    {
        ArgumentNullException.ThrowIfNull(model);
        var file = OnnxFile.Load(path);
        var statistics = file.Model.Statistics;
        return new ModelFigures
        {
            Neurons = model.Groups.Sum(model.CountNeurons),
            Parameters = statistics.Parameters,
            MultiplyAdds = statistics.MultiplyAdds,
            OnnxBytes = file.Bytes,
        };
    }
}
