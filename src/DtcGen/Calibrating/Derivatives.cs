using System.Runtime.InteropServices;
using static TorchSharp.torch;

namespace DtcGen.Calibrating;

/// <summary>
/// Derivatives by weights. TorchSharp 0.107's autograd.grad ends the process where libtorch throws, its backward does not: so this goes
/// by backward, and gives each weight the gradient back that it had.
/// </summary>
internal static class Derivatives
{
    /// <summary>Computes them.</summary>
    /// <param name="value">A scalar.</param>
    /// <param name="weights">Parameters.</param>
    /// <param name="keepGraph">Whether the value will be differentiated again.</param>
    /// <returns>The derivative by each weight; null where the value does not depend on it.</returns>
    /// <exception cref="ExternalException">libtorch cannot.</exception>
    public static Tensor?[] Of(Tensor value, IReadOnlyList<Tensor> weights, bool keepGraph)
    {
        Tensor?[] before = [.. weights.Select(static weight => weight.grad)];
        Set(weights, new Tensor?[before.Length]);
        try
        {
            autograd.backward([value], retain_graph: keepGraph, inputs: [.. weights]);
            return [.. weights.Select(static weight => weight.grad)];
        }
        finally
        {
            Set(weights, before);
        }
    }

    private static void Set(IReadOnlyList<Tensor> weights, Tensor?[] gradients)
    {
        for (var i = 0; i < gradients.Length; i++)
        {
            weights[i].grad = gradients[i];
        }
    }
}
