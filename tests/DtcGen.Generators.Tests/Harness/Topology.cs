namespace DtcGen.Generators.Tests.Harness;

/// <summary>A network that tests run, and what a reader of its source would say about its neurons.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Source">A class <c>Tested.Net</c>.</param>
/// <param name="Input">The shape of an input, the batch first.</param>
/// <param name="Groups">For each group by its name, where its neurons are taken.</param>
internal sealed record Topology(string Name, string Source, long[] Input, params (string Group, Taken[] By)[] Groups)
{
    /// <summary>The input, where it is made of indices below this number.</summary>
    public long? Words { get; init; }

    public override string ToString() => Name;
}
