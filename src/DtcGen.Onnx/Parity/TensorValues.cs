using Microsoft.ML.OnnxRuntime;
using static TorchSharp.torch;
using TensorElementType = Microsoft.ML.OnnxRuntime.Tensors.TensorElementType;

namespace DtcGen.Onnx;

/// <summary>Between TorchSharp's tensors and ONNX Runtime's values.</summary>
internal static class TensorValues
{
    /// <summary>A copy of a tensor for ONNX Runtime.</summary>
    public static OrtValue ToOrt(Tensor tensor)
    {
        using var scope = NewDisposeScope();
        Tensor plain = tensor.detach().cpu().contiguous();
        return plain.dtype switch
        {
            ScalarType.Float32 => Make<float>(plain),
            ScalarType.Float64 => Make<double>(plain),
            ScalarType.Int64 => Make<long>(plain),
            ScalarType.Int32 => Make<int>(plain),
            ScalarType.Int16 => Make<short>(plain),
            ScalarType.Int8 => Make<sbyte>(plain),
            ScalarType.Byte => Make<byte>(plain),
            ScalarType.Bool => Make<bool>(plain),
            _ => throw new NotSupportedException($"A tensor of type {plain.dtype} cannot be given to ONNX Runtime."),
        };
    }

    /// <summary>A tensor's entries, whatever their type.</summary>
    public static double[] ToDoubles(Tensor tensor)
    {
        using var scope = NewDisposeScope();
        return tensor.detach().to_type(ScalarType.Float64).cpu().contiguous().data<double>().ToArray();
    }

    /// <summary>A value's entries, whatever their type.</summary>
    public static double[] ToDoubles(OrtValue value)
    {
        TensorElementType type = value.GetTensorTypeAndShape().ElementDataType;
        return type switch
        {
            TensorElementType.Float => Convert<float>(value, static v => v),
            TensorElementType.Double => Convert<double>(value, static v => v),
            TensorElementType.Int64 => Convert<long>(value, static v => v),
            TensorElementType.Int32 => Convert<int>(value, static v => v),
            TensorElementType.Int16 => Convert<short>(value, static v => v),
            TensorElementType.Int8 => Convert<sbyte>(value, static v => v),
            TensorElementType.UInt8 => Convert<byte>(value, static v => v),
            TensorElementType.Bool => Convert<bool>(value, static v => v ? 1 : 0),
            _ => throw new NotSupportedException($"An output of type {type} cannot be compared."),
        };
    }

    private static OrtValue Make<T>(Tensor plain)
        where T : unmanaged => OrtValue.CreateTensorValueFromMemory(plain.data<T>().ToArray(), plain.shape);

    private static double[] Convert<T>(OrtValue value, Func<T, double> convert)
        where T : unmanaged
    {
        ReadOnlySpan<T> entries = value.GetTensorDataAsSpan<T>();
        var doubles = new double[entries.Length];
        for (int i = 0; i < doubles.Length; i++)
        {
            doubles[i] = convert(entries[i]);
        }

        return doubles;
    }
}
