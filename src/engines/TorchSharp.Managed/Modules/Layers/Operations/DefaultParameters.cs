namespace TorchSharp.Modules;

/// <summary>The parameters that linear and convolution layers start with.</summary>
internal static class DefaultParameters
{
    /// <summary>
    /// A weight by <c>kaiming_uniform_</c> with a = √5, then a bias uniform in ±1/√fan-in: libtorch's distributions,
    /// drawn in its order. No dispose scope owns them.
    /// </summary>
    internal static (Parameter Weight, Parameter? Bias) Make(long[] weightSizes, long fanIn, bool hasBias, ScalarType? dtype)
    {
        using Scratch scratch = Scratch.Begin();
        using IDisposable mode = torch.no_grad();
        ScalarType type = dtype ?? ScalarType.Float32;
        Tensor weight = torch.nn.init.kaiming_uniform_(Tensor.Empty(weightSizes, type), Math.Sqrt(5));
        Tensor? bias = null;
        if (hasBias)
        {
            double bound = fanIn > 0 ? 1 / Math.Sqrt(fanIn) : 0;
            bias = Tensor.Empty([weightSizes[0]], type).uniform_(-bound, bound);
        }

        return (Ownership.Keep(new Parameter(weight)), bias is null ? null : Ownership.Keep(new Parameter(bias)));
    }
}
