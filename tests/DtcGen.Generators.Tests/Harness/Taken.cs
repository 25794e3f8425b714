namespace DtcGen.Generators.Tests.Harness;

/// <summary>
/// A layer that takes a group's neurons: neuron i is its inputs from Offset + i * Each on, Each of them, repeated every
/// Period.
/// </summary>
/// <param name="Layer">The layer's name.</param>
/// <param name="Offset">How many inputs stand before.</param>
/// <param name="Each">How many consecutive inputs a neuron has.</param>
/// <param name="Repeats">How often the neurons repeat.</param>
internal sealed record Taken(string Layer, long Offset = 0, long Each = 1, long Repeats = 1)
{
    public static implicit operator Taken(string layer) => new(layer);

    /// <summary>The inputs by which the layer takes neurons.</summary>
    public IEnumerable<long> Inputs(long count, IEnumerable<long> neurons)
        => from repeat in Enumerable.Range(0, (int)Repeats)
           from neuron in neurons
           from part in Enumerable.Range(0, (int)Each)
           select Offset + (((repeat * count) + neuron) * Each) + part;
}
