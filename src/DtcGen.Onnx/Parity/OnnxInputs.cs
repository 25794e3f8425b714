using Microsoft.ML.OnnxRuntime;
using static TorchSharp.torch;

namespace DtcGen.Onnx;

/// <summary>A session's inputs, copied from tensors in the model's order.</summary>
internal sealed class OnnxInputs : IDisposable
{
    private readonly Dictionary<string, OrtValue> _values = new(StringComparer.Ordinal);

    public OnnxInputs(InferenceSession session, IReadOnlyList<Tensor> inputs)
    {
        if (inputs.Count != session.InputNames.Count)
        {
            throw new OnnxModelException($"The ONNX form takes {session.InputNames.Count} inputs ({string.Join(", ", session.InputNames)}), and {inputs.Count} are given.");
        }

        try
        {
            for (int i = 0; i < inputs.Count; i++)
            {
                _values.Add(session.InputNames[i], TensorValues.ToOrt(inputs[i]));
            }
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    public IReadOnlyDictionary<string, OrtValue> ByName => _values;

    public void Dispose()
    {
        foreach (OrtValue value in _values.Values)
        {
            value.Dispose();
        }
    }
}
