using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;

namespace DtcGen.Onnx;

/// <summary>A session's inputs, copied from arrays in the model's order; floating-point numbers in the type that the model takes.</summary>
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
                var name = session.InputNames[i];
                var type = TypeOf(session.InputMetadata[name]);
                var input = type.IsFloating() && inputs[i].ElementType.IsFloating() ? inputs[i].As(type) : inputs[i];
                _values.Add(name, Copy(input));
            }
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    public IReadOnlyDictionary<string, OrtValue> ByName => _values;

    // ONNX Runtime's numbers for the element types are the format's own.
    public static OnnxElementType TypeOf(NodeMetadata input)
        => input.IsTensor ? (OnnxElementType)input.ElementDataType : OnnxElementType.Undefined;

    public void Dispose()
    {
        foreach (var value in _values.Values)
        {
            value.Dispose();
        }
    }

    private static OrtValue Copy(OnnxArray array)
    {
        var value = OrtValue.CreateAllocatedTensorValue(
            OrtAllocator.DefaultInstance, (TensorElementType)array.ElementType, [.. array.Shape]);
        array.Bytes.Span.CopyTo(value.GetTensorMutableRawData());
        return value;
    }
}
