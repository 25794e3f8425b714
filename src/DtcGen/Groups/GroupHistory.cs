namespace DtcGen;

/// <summary>What became of a model's neuron group since the model was made.</summary>
/// <param name="Name">The group's name.</param>
/// <param name="Before">Its neurons before the first clip.</param>
/// <param name="After">Its neurons now.</param>
/// <param name="Kept">
/// The neurons that are left, ascending, by their numbers before the first clip; null where that is not known, since the weights
/// come from a file that does not say.
/// </param>
public sealed record GroupHistory(string Name, int Before, int After, IReadOnlyList<int>? Kept)
{
    /// <summary>As <c>fc1: 128 of 512 neurons</c>.</summary>
    public override string ToString() => Before == After ? $"{Name}: all {After} neurons" : $"{Name}: {After} of {Before} neurons";
}
