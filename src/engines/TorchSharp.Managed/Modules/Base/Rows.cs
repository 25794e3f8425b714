namespace TorchSharp.Modules;

/// <summary>Tensors as kernels want them.</summary>
internal static class Rows
{
    /// <summary>The tensor itself if its elements lie row by row, else a copy that does; outside the graph either way.</summary>
    internal static Tensor Contiguous(Tensor tensor) => tensor.is_contiguous() ? tensor : Copies.Contiguous(tensor);
}
