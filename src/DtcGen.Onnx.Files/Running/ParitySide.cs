namespace DtcGen.Onnx;

/// <summary>One of two things that are compared.</summary>
/// <typeparam name="TBatch">What a batch is.</typeparam>
/// <param name="Name">What messages call it.</param>
/// <param name="Run">Its outputs for a batch.</param>
/// <param name="OutputNames">What its outputs are called; null when they have no names.</param>
internal sealed record ParitySide<TBatch>(string Name, Func<TBatch, IReadOnlyList<OnnxArray>> Run, IReadOnlyList<string>? OutputNames);
