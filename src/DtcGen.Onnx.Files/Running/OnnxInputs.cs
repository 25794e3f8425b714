using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;

namespace DtcGen.Onnx;

/// <summary>A session's inputs, copied from arrays in the model's order.</summary>
internal sealed class OnnxInputs : IDisposable
{
    private readonly Dictionary<string, OrtValue> _values = new(StringComparer.Ordinal);

    public OnnxInputs(InferenceSession session, IReadOnlyList<OnnxArray> inputs)
    {
        if (inputs.Count != session.InputNames.Count)
        {
            throw new OnnxModelException(
                $"The ONNX form takes {session.InputNames.Count} inputs ({string.Join(", ", session.InputNames)}), and {inputs.Count} are given.");
        }

        try
        {
            for (var i = 0; i < inputs.Count; i++)
            {
                _values.Add(session.InputNames[i], Copy(inputs[i]));
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
        foreach (var value in _values.Values)
        {
            value.Dispose();
        }
    }

    // ONNX Runtime's numbers for the element types are the format's own.
    private static OrtValue Copy(OnnxArray array)
    {
        var value = OrtValue.CreateAllocatedTensorValue(
            OrtAllocator.DefaultInstance, (TensorElementType)array.ElementType, [.. array.Shape]);
        array.Bytes.Span.CopyTo(value.GetTensorMutableRawData());
        return value;
    }
}
