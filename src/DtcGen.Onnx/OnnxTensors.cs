using System.Runtime.InteropServices;
using static TorchSharp.torch;

namespace DtcGen.Onnx;

/// <summary>From TorchSharp's tensors to arrays that need no TorchSharp.</summary>
public static class OnnxTensors
{
    /// <summary>A copy of a tensor, wherever it is, for what runs model files.</summary>
    /// <param name="tensor">The tensor.</param>
    /// <returns>An array of the tensor's type and shape.</returns>
    /// <exception cref="OnnxExportException">It is of a type that has no ONNX form, such as a complex one.</exception>
    public static OnnxArray ToOnnxArray(this Tensor tensor)
    {
        OnnxElementType type = OnnxElementTypes.Of(tensor.dtype);
        using IDisposable noGrad = no_grad();
        using var scope = NewDisposeScope();
        Tensor plain = tensor.detach().cpu().contiguous();
        return new OnnxArray(type, tensor.shape, Bytes(plain));
    }

    private static byte[] Bytes(Tensor plain) => plain.dtype switch
    {
        ScalarType.Float32 => Copy<float>(plain),
        ScalarType.Float64 => Copy<double>(plain),
        ScalarType.Float16 => Copy<Half>(plain),
        ScalarType.Int64 => Copy<long>(plain),
        ScalarType.Int32 => Copy<int>(plain),
        ScalarType.Int16 => Copy<short>(plain),
        ScalarType.Int8 => Copy<sbyte>(plain),
        ScalarType.Byte => Copy<byte>(plain),
        _ => Copy<bool>(plain),
    };

    private static byte[] Copy<T>(Tensor plain)
        where T : unmanaged => MemoryMarshal.AsBytes(plain.data<T>().ToArray().AsSpan()).ToArray();
}
