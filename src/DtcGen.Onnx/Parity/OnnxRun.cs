using Microsoft.ML.OnnxRuntime;
using static TorchSharp.torch;

namespace DtcGen.Onnx;

/// <summary>Runs a session on tensors.</summary>
internal static class OnnxRun
{
    /// <summary>All outputs for the inputs, both in the model's order.</summary>
    public static IDisposableReadOnlyCollection<OrtValue> Run(InferenceSession session, IReadOnlyList<Tensor> inputs)
    {
        if (inputs.Count != session.InputNames.Count)
        {
            throw new OnnxModelException($"The ONNX form takes {session.InputNames.Count} inputs ({string.Join(", ", session.InputNames)}), and {inputs.Count} are given.");
        }

        var values = new Dictionary<string, OrtValue>(StringComparer.Ordinal);
        try
        {
            for (int i = 0; i < inputs.Count; i++)
            {
                values.Add(session.InputNames[i], TensorValues.ToOrt(inputs[i]));
            }

            using var options = new RunOptions();
            return session.Run(options, values, session.OutputNames);
        }
        finally
        {
            foreach (OrtValue value in values.Values)
            {
                value.Dispose();
            }
        }
    }
}
