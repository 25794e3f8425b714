namespace TorchSharp.Kernels;

/// <summary>The vector widths that kernels are written for.</summary>
internal enum SimdLevel
{
    Vector128,
    Vector256,
    Vector512,
}
