using Microsoft.ML.OnnxRuntime;
using static TorchSharp.torch;

namespace DtcGen.Onnx;

/// <summary>One of two things that are compared.</summary>
/// <param name="Name">What messages call it.</param>
/// <param name="Run">Its outputs for a batch.</param>
/// <param name="OutputNames">What its outputs are called; null when they have no names.</param>
internal sealed record ParitySide(string Name, Func<IReadOnlyList<Tensor>, IReadOnlyList<RunOutput>> Run, IReadOnlyList<string>? OutputNames)
{
    /// <summary>A function of tensors.</summary>
    public static ParitySide Of(string name, Func<IReadOnlyList<Tensor>, IReadOnlyList<Tensor>> function) =>
        new(name, inputs => [.. function(inputs).Select(static t => new RunOutput(TensorValues.ToDoubles(t), t.shape))], null);

    /// <summary>A session of ONNX Runtime, which stays the caller's.</summary>
    public static ParitySide Of(string name, InferenceSession session) =>
        new(
            name,
            inputs =>
            {
                using IDisposableReadOnlyCollection<OrtValue> outputs = OnnxRun.Run(session, inputs);
                return [.. outputs.Select(static o => new RunOutput(TensorValues.ToDoubles(o), o.GetTensorTypeAndShape().Shape))];
            },
            session.OutputNames);
}
