using System.Runtime.InteropServices;
using static TorchSharp.torch;

namespace DtcGen.Calibrating;

/// <summary>
/// Least squares on a layer's gathered inputs: with Gram matrix C and weight W, the weight V that is zero where inputs have left and
/// for which tr((V − W)ᵀ(C + λI)(V − W)) is least.
/// </summary>
internal static class RidgeFit
{
    /// <summary>C + λI, with λ in units of the mean of C's diagonal.</summary>
    /// <param name="gram">Shape (groups, entries, entries).</param>
    /// <param name="ridge">Above 0.</param>
    public static Tensor Regularised(Tensor gram, double ridge)
    {
        var scale = gram.diagonal(0, 1, 2).mean([1], keepdim: true);
        var held = scale.where(scale > 0, ones_like(scale)).mul(ridge);
        return gram + diag_embed(held.expand(-1, gram.shape[1]), 0, -2, -1);
    }

    /// <summary>Refits.</summary>
    /// <param name="layer">The layer's name.</param>
    /// <param name="regularised">C + λI.</param>
    /// <param name="weight">Shape (groups, entries, outputs).</param>
    /// <param name="kept">The entries that stay.</param>
    /// <param name="left">Those that have left.</param>
    /// <returns>V at the entries that stay.</returns>
    public static Tensor Solve(string layer, Tensor regularised, Tensor weight, Tensor kept, Tensor left)
    {
        var staying = regularised.index_select(1, kept);
        var taken = staying.index_select(2, left).matmul(weight.index_select(1, left));
        return weight.index_select(1, kept) + Solve(layer, staying.index_select(2, kept), taken);
    }

    /// <summary>(C + λI)⁻¹B.</summary>
    /// <param name="layer">The layer's name.</param>
    /// <param name="regularised">C + λI.</param>
    /// <param name="right">B: shape (groups, entries, outputs).</param>
    /// <exception cref="InvalidOperationException">It is not finite.</exception>
    public static Tensor Solve(string layer, Tensor regularised, Tensor right)
    {
        var solved = right.cholesky_solve(Factor(regularised));
        return solved.isfinite().all().item<bool>() ? solved : throw new InvalidOperationException(
            $"Layer '{layer}' cannot be refitted: there is no solution in double precision. Take a larger ridge.");
    }

    /// <summary>The Cholesky factor.</summary>
    /// <exception cref="InvalidOperationException">There is none in double precision.</exception>
    public static Tensor Factor(Tensor regularised)
    {
        try
        {
            return linalg.cholesky(regularised);
        }
        catch (ExternalException failure)
        {
            throw new InvalidOperationException(
                $"The least squares of a layer cannot be solved in double precision: {failure.Message.Split('\n')[0]} Take a larger ridge.", failure);
        }
    }

    /// <summary>tr(DᵀCD), summed over groups: the squared size of what D makes of the inputs.</summary>
    public static double Energy(Tensor gram, Tensor weight) => Math.Max(0, (gram.matmul(weight) * weight).sum().item<double>());
}
