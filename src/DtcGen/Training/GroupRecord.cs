using DtcGen.Tomography;

namespace DtcGen.Training;

/// <summary>What one cycle did to one neuron group.</summary>
public sealed record GroupRecord
{
    /// <summary>The group's name.</summary>
    public required string Name { get; init; }

    /// <summary>Its neurons before the clip.</summary>
    public required int NeuronsBefore { get; init; }

    /// <summary>Its neurons after the clip.</summary>
    public required int NeuronsAfter { get; init; }

    /// <summary>The neurons that stayed, ascending, by their numbers before the clip.</summary>
    public required IReadOnlyList<int> Kept { get; init; }

    /// <summary>
    /// The Gibbs entropy of the previous ray's measurements, in nats; null where it is undefined or
    /// <see cref="CompressOptions.Entropy"/> asked for none.
    /// </summary>
    public required double? EntropyPrevious { get; init; }

    /// <summary>
    /// The Gibbs entropy of the next ray's measurements, in nats; null where it is undefined or
    /// <see cref="CompressOptions.Entropy"/> asked for none.
    /// </summary>
    public required double? EntropyNext { get; init; }

    /// <summary>How well the two rays were solved, the worse of them; null for a criterion that solves none.</summary>
    public SolverSummary? Solver { get; init; }

    /// <summary>As <c>fc1: 512 to 461 neurons</c>.</summary>
    public override string ToString() => $"{Name}: {NeuronsBefore} to {NeuronsAfter} neurons";
}
