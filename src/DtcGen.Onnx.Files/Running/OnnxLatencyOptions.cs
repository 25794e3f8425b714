namespace DtcGen.Onnx;

/// <summary>How a model is timed.</summary>
public sealed record OnnxLatencyOptions
{
    /// <summary>How many runs are timed.</summary>
    public int Runs { get; init; } = 200;

    /// <summary>How many runs go before.</summary>
    public int Warmup { get; init; } = 20;

    /// <summary>Threads within a node; 0 takes one for each core.</summary>
    public int Threads { get; init; }

    /// <summary>After this long no further run is begun, once there are three; null times all of them.</summary>
    public TimeSpan? TimeLimit { get; init; }
}
