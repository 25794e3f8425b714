namespace DtcGen.Onnx;

/// <summary>What a file says of one of its model's neuron groups.</summary>
/// <param name="Group">The group's name.</param>
/// <param name="Before">Its neurons before any left.</param>
/// <param name="After">Its neurons in the file.</param>
/// <param name="Kept">
/// The neurons that are left, ascending, by their numbers before any left; null where all are, or where the file does not say.
/// </param>
public sealed record OnnxNeurons(string Group, int Before, int After, IReadOnlyList<int>? Kept)
{
    private const int MostShown = 8;

    /// <summary>As <c>fc1: 128 of 512 (0, 3, 4, 9, 15, 18, 21, 30, …)</c>.</summary>
    public override string ToString() => After == Before ? $"{Group}: all {After}"
        : Kept is null ? $"{Group}: {After} of {Before}"
        : $"{Group}: {After} of {Before} ({string.Join(", ", Kept.Take(MostShown))}{(After > MostShown ? ", …" : string.Empty)})";
}
