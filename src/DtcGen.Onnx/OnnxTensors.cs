using TorchSharp;
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
        var type = OnnxElementTypes.Of(tensor.dtype);

        // A network has hundreds of tensors, and what each takes is mostly the number of calls.
        if (IsInOnePiece(tensor))
        {
            return new OnnxArray(type, tensor.shape, Copy(tensor.bytes));
        }

        using var noGrad = no_grad();
        using var scope = NewDisposeScope();
        return new OnnxArray(type, tensor.shape, Copy(tensor.detach().cpu().contiguous().bytes));
    }

    // Not cleared first, as ToArray has it: weights are most of what an export does.
    private static byte[] Copy(ReadOnlySpan<byte> entries)
    {
        var copy = GC.AllocateUninitializedArray<byte>(entries.Length);
        entries.CopyTo(copy);
        return copy;
    }

    /// <summary>A tensor's own numbers where they can be read as they lie, else a copy; for no longer than the tensor lives.</summary>
    internal static OnnxArray Lend(Tensor tensor) => IsInOnePiece(tensor)
        ? new OnnxArray(OnnxElementTypes.Of(tensor.dtype), tensor.shape, new LentMemory(tensor).Memory)
        : tensor.ToOnnxArray();

    private static bool IsInOnePiece(Tensor tensor) => tensor.device_type == DeviceType.CPU && tensor.is_contiguous();
}
