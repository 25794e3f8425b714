namespace TorchSharp;

/// <summary>PyTorch's top-level functions.</summary>
public static partial class torch
{
    /// <summary>An n-dimensional array.</summary>
    public partial class Tensor
    {
    }
}
