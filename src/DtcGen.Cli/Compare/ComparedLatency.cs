using DtcGen.Onnx;

namespace DtcGen.Cli.Compare;

/// <summary>How long runs of both models took.</summary>
/// <param name="Batch">Samples in a run.</param>
/// <param name="Threads">Threads within a node.</param>
/// <param name="Dense">The dense model's times.</param>
/// <param name="Pruned">The pruned model's times.</param>
/// <param name="SpeedUp">The dense median divided by the pruned one.</param>
/// <param name="ShareOfMultiplyAddRatio">The speed-up divided by the ratio of multiply-adds: 1 where time falls as the
/// work does. Null when the ratio is not known.</param>
internal sealed record ComparedLatency(
    int Batch, int Threads, OnnxLatencyResult Dense, OnnxLatencyResult Pruned, double SpeedUp, double? ShareOfMultiplyAddRatio);
