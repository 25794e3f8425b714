using Microsoft.ML.OnnxRuntime;
using static TorchSharp.torch;

namespace DtcGen.Onnx;

/// <summary>Runs a session on tensors.</summary>
internal static class OnnxRun
{
    /// <summary>All outputs for the inputs, both in the model's order.</summary>
    public static IDisposableReadOnlyCollection<OrtValue> Run(InferenceSession session, IReadOnlyList<Tensor> inputs)
    {
        using var values = new OnnxInputs(session, inputs);
        using var options = new RunOptions();
        return session.Run(options, values.ByName, session.OutputNames);
    }
}
