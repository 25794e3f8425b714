using System.Globalization;

namespace DtcGen;

/// <summary>What a pruning did to a neuron group.</summary>
/// <param name="Name">The group's name.</param>
/// <param name="Before">Its neurons before.</param>
/// <param name="Kept">The neurons that stayed, ascending, by their numbers before.</param>
/// <param name="LowestScore">The lowest of its neurons' scores, as the criterion gave them.</param>
/// <param name="HighestScore">The highest of them.</param>
public sealed record PrunedGroup(string Name, int Before, IReadOnlyList<int> Kept, double LowestScore, double HighestScore)
{
    /// <summary>Its neurons after.</summary>
    public int After => Kept.Count;

    /// <summary>As <c>fc1: 128 of 512 neurons, scores 0.01 to 2.5</c>.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{Name}: {After} of {Before} neurons, scores {LowestScore:G4} to {HighestScore:G4}");
}
