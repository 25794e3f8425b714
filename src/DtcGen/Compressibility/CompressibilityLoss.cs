using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace DtcGen.Compressibility;

/// <summary>
/// The compressibility loss (arXiv 1905.01044): C(w) = ‖w‖₁ / ‖w‖₂, free of scale, from 1 for a single non-zero
/// to √N for equal magnitudes. A multiple of it added to a task's loss drives weights to few values. The zero
/// vector has the value 0 and the gradient 0.
/// </summary>
public sealed class CompressibilityLoss
{
    private readonly CompressibilityScope _scope;
    private readonly Func<string, Parameter, bool> _takes;

    /// <summary>Makes the term.</summary>
    /// <param name="scope">One ratio per weight tensor, or one for all.</param>
    /// <param name="takes">Which parameters it takes, by name; null for those with two dimensions or more.</param>
    public CompressibilityLoss(CompressibilityScope scope = CompressibilityScope.PerLayer, Func<string, Parameter, bool>? takes = null)
    {
        _scope = scope;
        _takes = takes ?? ((_, parameter) => parameter.ndim >= 2);
    }

    /// <summary>C of one tensor, as a scalar that gradients flow through.</summary>
    /// <param name="weights">Any shape.</param>
    public static Tensor Of(Tensor weights)
    {
        ArgumentNullException.ThrowIfNull(weights);
        return Ratio([weights]);
    }

    /// <summary>The term for a model, as a scalar that gradients flow through.</summary>
    /// <param name="model">The model.</param>
    /// <exception cref="ArgumentException">The model has no parameter that the term takes.</exception>
    public Tensor Of(Module model)
    {
        ArgumentNullException.ThrowIfNull(model);
        Tensor[] weights = [
            .. model.named_parameters().Where(named => _takes(named.name, named.parameter)).Select(named => named.parameter)
        ];
        if (weights.Length == 0)
        {
            throw new ArgumentException("The model has no parameter that the compressibility loss takes.", nameof(model));
        }

        return _scope == CompressibilityScope.Global
            ? Ratio(weights)
            : weights.Select(weight => Ratio([weight])).Aggregate((sum, next) => sum.add(next));
    }

    private static Tensor Ratio(IReadOnlyList<Tensor> weights)
    {
        // C does not change with scale, so the largest magnitude is divided out first: squares of tiny or
        // huge weights would leave the range of single precision.
        var largest = weights.Max(weight => weight.detach().abs().max().cpu().to(ScalarType.Float64).item<double>());
        if (largest == 0)
        {
            // Connected to the weights, so that backward finds its way and leaves zeros.
            return weights.Select(weight => weight.sum().mul(0)).Aggregate((sum, next) => sum.add(next));
        }

        Tensor? magnitudes = null, squares = null;
        foreach (var weight in weights)
        {
            // Half precision ends at 65504, which as many entries can add up to.
            var scaled = (weight.element_size() == 2 ? weight.to(ScalarType.Float32) : weight).mul(1 / largest);
            var (magnitude, square) = (scaled.abs().sum(), scaled.square().sum());
            magnitudes = magnitudes is null ? magnitude : magnitudes.add(magnitude);
            squares = squares is null ? square : squares.add(square);
        }

        return magnitudes!.mul(squares!.rsqrt());
    }
}
