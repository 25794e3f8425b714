namespace DtcGen.Samples;

/// <summary>How long each part took, in seconds; null for what was not reached.</summary>
public sealed record SecondsResult
{
    /// <summary>Training the dense network.</summary>
    public double? Train { get; set; }

    /// <summary>All cycles and the fine-tuning after them.</summary>
    public double? Compress { get; set; }

    /// <summary>Training the dense network on, where the sample compares with that.</summary>
    public double? Control { get; set; }

    /// <summary>Writing both ONNX files.</summary>
    public double? Export { get; set; }

    /// <summary>Comparing both files with their models over the test set.</summary>
    public double? Parity { get; set; }

    /// <summary>Measuring the latencies.</summary>
    public double? Latency { get; set; }

    /// <summary>The whole run, data included.</summary>
    public double? Total { get; set; }
}
