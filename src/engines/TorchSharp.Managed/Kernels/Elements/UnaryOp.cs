namespace TorchSharp.Kernels;

/// <summary>The vectorised functions of one variable.</summary>
internal enum UnaryOp
{
    Relu,
    Exp,
    Log,
    Tanh,
    Sigmoid,

    /// <summary>x·Φ(x) by the error function.</summary>
    Gelu,
}
