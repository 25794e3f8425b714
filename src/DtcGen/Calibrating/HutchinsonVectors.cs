using System.Runtime.InteropServices;
using DtcGen.Runtime;
using TorchSharp;
using static TorchSharp.torch;

namespace DtcGen.Calibrating;

/// <summary>
/// The diagonal of a loss's Hessian H by Hutchinson's estimate: the mean of z⊙Hz over random vectors z of ±1, Hz being the derivative of
/// the gradient's product with z.
/// </summary>
internal sealed class HutchinsonVectors : IDisposable
{
    private readonly IReadOnlyList<NeuronPart> _weights;
    private readonly Tensor[] _sums;
    private readonly int _count;
    private readonly Generator _generator;
    private int _batches;

    /// <summary>Begins with no batch.</summary>
    /// <param name="weights">The weights.</param>
    /// <param name="count">How many vectors for each batch.</param>
    /// <param name="seed">Of the vectors.</param>
    public HutchinsonVectors(IReadOnlyList<NeuronPart> weights, int count, uint seed)
    {
        (_weights, _count) = (weights, count);
        _sums = [.. weights.Select(static part => WideNumbers.Of(part.Values).zeros_like())];
        _generator = new Generator(seed, CPU);
    }

    /// <summary>Adds a batch.</summary>
    /// <param name="loss">Its loss, which has been differentiated once already: so that it can be is known.</param>
    /// <exception cref="InvalidOperationException">A layer of the model has no second derivative in libtorch.</exception>
    public void Add(Tensor loss)
    {
        Tensor[] weights = [.. _weights.Select(static part => part.Values)];
        var gradients = autograd.grad([loss], weights, retain_graph: true, create_graph: true, allow_unused: true);

        // What depends on no weight has no second derivative.
        var varying = gradients.Select(static (gradient, i) => (Gradient: gradient, Weight: i))
            .Where(static item => !item.Gradient.IsInvalid && item.Gradient.requires_grad).ToArray();
        _batches++;
        for (var vector = 0; vector < _count && varying.Length > 0; vector++)
        {
            using var scope = NewDisposeScope();
            Tensor[] signs = [.. weights.Select(Signs)];
            var product = varying.Select(item => item.Gradient.mul(signs[item.Weight]).sum())
                .Aggregate(static (sum, next) => sum.add(next.to(sum.device)));
            var multiplied = Multiply(product, weights);
            for (var i = 0; i < signs.Length; i++)
            {
                if (multiplied[i] is { } row)
                {
                    _sums[i].add_(WideNumbers.Of(row).mul(WideNumbers.Of(signs[i])));
                }
            }
        }
    }

    /// <summary>The estimate of the mean of the batches' diagonals, by the weights' memory.</summary>
    /// <exception cref="ArgumentException">It is NaN or infinite.</exception>
    public IEnumerable<(nint Memory, Tensor Diagonal)> Means() => _weights.Zip(_sums, (part, sum) =>
    {
        var mean = sum.div((double)_batches * _count);
        return mean.isfinite().all().item<bool>()
            ? (TensorMemory.Of(part.Values), mean)
            : throw new ArgumentException(
                $"On the calibration batches, the second derivative of layer '{part.Member.Layer}' is NaN or infinite.");
    });

    /// <inheritdoc/>
    public void Dispose() => _generator.Dispose();

    private static Tensor?[] Multiply(Tensor product, Tensor[] weights)
    {
        try
        {
            return Derivatives.Of(product, weights, keepGraph: true);
        }
        catch (ExternalException failure)
        {
            throw new InvalidOperationException(
                $"Hutchinson's estimate needs second derivatives, and libtorch has none of what this model computes: {failure.Message.Split('\n')[0]} "
                + $"Take {nameof(Criteria.HessianEstimate)}.{nameof(Criteria.HessianEstimate.SquaredGradients)}.",
                failure);
        }
    }

    // Drawn on the host, so that they are the same on any device.
    private Tensor Signs(Tensor like)
        => randint(0, 2, like.shape, ScalarType.Int64, generator: _generator).mul(2).sub(1).to(like.dtype).to(like.device);
}
