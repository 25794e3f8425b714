using DtcGen.Calibrating;
using static TorchSharp.torch;

namespace DtcGen.Criteria;

/// <summary>
/// Optimal brain damage (LeCun et al. 1989): how much the loss would change to second order if each weight of a neuron were zero, the
/// sum of ½·h·w² with the diagonal h of the Hessian, estimated as <see cref="Estimate"/> says. The lowest leave.
/// </summary>
/// <remarks>
/// The smaller the batches, the nearer squared gradients are to the Fisher information, which is one for each sample. Hutchinson's
/// estimate does not depend on their size; where the loss curves downwards, it and the scores are negative.
/// </remarks>
public sealed class DiagonalHessianCriterion : ICriterion
{
    private readonly int _vectors = 4;

    /// <inheritdoc/>
    public string Name => "obd";

    /// <inheritdoc/>
    public CriterionNeeds Needs => CriterionNeeds.Gradients;

    /// <inheritdoc/>
    public bool ComparesGroups => true;

    /// <summary>What stands for the diagonal of the Hessian.</summary>
    public HessianEstimate Estimate { get; init; }

    /// <summary>How many random vectors each batch is multiplied by for Hutchinson's estimate; at least 1. Each costs a backward.</summary>
    public int Vectors
    {
        get => _vectors;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            _vectors = value;
        }
    }

    /// <summary>Of these vectors.</summary>
    public uint Seed { get; init; }

    /// <summary>How the sums in several layers are put together.</summary>
    public Combination Combination { get; init; } = Combination.Mean;

    /// <summary>Makes Hutchinson's estimate for weights, where it is asked for.</summary>
    internal Func<IReadOnlyList<NeuronPart>, HutchinsonVectors>? Hutchinson
        => Estimate == HessianEstimate.Hutchinson ? weights => new HutchinsonVectors(weights, Vectors, Seed) : null;

    /// <inheritdoc/>
    public NeuronScores Score(CriterionContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var data = context.NeedData(this);
        return new NeuronScores(
            context.Combine(
                Combination, part => (part.PerNeuron().square() * part.PerNeuron(Diagonal(data, part))).sum(1).mul(0.5)),
            ClippedSide.Lowest);
    }

    private Tensor Diagonal(GatheredData data, NeuronPart part)
        => Estimate == HessianEstimate.Hutchinson ? data.Curvature(part) : data.SquaredGradient(part);
}
