using static TorchSharp.torch;

namespace DtcGen.Generators.Tests.Harness;

/// <summary>A network that tests run, and what a reader of its source would say about its neurons: a file of the folder Networks.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Summary">What it shows.</param>
/// <param name="Source">The file: a class <c>Tested.Net</c>.</param>
/// <param name="Inputs">What it takes.</param>
/// <param name="Groups">Its neuron groups, in their order.</param>
/// <param name="Stays">The layers whose neurons stay, and why.</param>
/// <param name="Size">How large it is.</param>
internal sealed record Network(
    string Name,
    string Summary,
    string Source,
    IReadOnlyList<NetworkInput> Inputs,
    IReadOnlyList<NetworkGroup> Groups,
    IReadOnlyList<PinnedNeurons> Stays,
    SizeFormula Size)
{
    /// <summary>The file with the groups explained on request.</summary>
    public string Explained => ModelSource.With(Source, "Explain = true");

    /// <summary>Random inputs.</summary>
    public Tensor[] MakeInputs(long batch) => [.. Inputs.Select(input => input.Make(batch))];

    public override string ToString() => Name;
}
