namespace TorchSharp.Kernels;

/// <summary>A number that is known when code is compiled for a type.</summary>
internal interface IConstant
{
    static abstract int Value { get; }
}
