using static TorchSharp.torch;

namespace DtcGen.Runtime;

/// <summary>The memory that a tensor's entries lie in, whatever their type and device.</summary>
/// <param name="tensor">The tensor.</param>
internal sealed class TensorMemory(Tensor tensor) : Storage(tensor)
{
    /// <summary>The address of the memory, which is the same for all tensors that share it; 0 where there is none.</summary>
    /// <param name="tensor">The tensor.</param>
    public static nint Of(Tensor tensor) => new TensorMemory(tensor).data_ptr();

    /// <inheritdoc/>
    public override int element_size() => (int)_tensor.ElementSize;
}
