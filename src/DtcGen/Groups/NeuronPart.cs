using DtcGen.Runtime;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace DtcGen;

/// <summary>What one parameter or buffer of a layer holds for the neurons of a group: what a clip cuts of it.</summary>
public sealed class NeuronPart
{
    private readonly Tensor _values;
    private readonly long[] _entries;
    private readonly long _neurons;

    internal NeuronPart(
        NeuronGroupMember member, nn.Module module, string name, Tensor values, long dimension, long[] entries, long neurons)
    {
        (Member, Module, Name, _values, Dimension) = (member, module, name, values, dimension);
        (_entries, _neurons) = (entries, neurons);
    }

    /// <summary>The layer and its part in the group.</summary>
    public NeuronGroupMember Member { get; }

    /// <summary>The layer.</summary>
    public nn.Module Module { get; }

    /// <summary>The layer's name for it: <c>weight</c>, <c>bias</c>, <c>running_mean</c>, <c>running_var</c>.</summary>
    public string Name { get; }

    /// <summary>The parameter or buffer itself. Of an embedding, each read is a new object over the same memory.</summary>
    public Tensor Values => Module is Embedding table ? table.weight! : _values;

    /// <summary>The dimension of it that the neurons lie along.</summary>
    public long Dimension { get; }

    /// <summary>Whether it is the weight of the layer, which criteria look at.</summary>
    public bool IsWeight => Name == "weight";

    /// <summary>How many neurons there are.</summary>
    internal long Neurons => _neurons;

    /// <summary>The entries of each neuron along the dimension, neuron by neuron.</summary>
    internal long[] EntriesPerNeuron => _entries;

    /// <summary>The entries of each neuron along the dimension, a row for each neuron: several where dimensions were flattened.</summary>
    internal Tensor Entries => tensor(_entries, device: WideNumbers.Device(Values)).reshape(_neurons, -1);

    /// <summary>The values by neurons, in double precision.</summary>
    /// <returns>Shape (neurons, what each has).</returns>
    public Tensor PerNeuron() => PerNeuron(Values);

    /// <summary>Other numbers for the same places, gradients say, by neurons and in double precision.</summary>
    /// <param name="values">Of the shape of <see cref="Values"/>.</param>
    /// <returns>Shape (neurons, what each has).</returns>
    public Tensor PerNeuron(Tensor values)
    {
        ArgumentNullException.ThrowIfNull(values);
        var along = WideNumbers.Of(values).transpose(0, Dimension);
        return along.index_select(0, Entries.flatten()).reshape(_neurons, -1);
    }

    /// <summary>What <see cref="PerNeuron()"/>, mapped, sums up to for each neuron.</summary>
    /// <param name="map">One of <see cref="WeightMap"/>.</param>
    /// <returns>Shape (neurons), float64.</returns>
    internal Tensor Sums(Func<Tensor, Tensor> map)
        => WeightSums.Along((int)Dimension, Values, map).PerNeuron(_entries, _neurons).ToTensor();

    /// <summary>The entries of the neurons that do not stay.</summary>
    internal IEnumerable<long> EntriesOfOthers(IReadOnlyCollection<long> kept)
    {
        var stays = kept.ToHashSet();
        var each = _entries.Length / (int)_neurons;
        return _entries.Where((_, i) => !stays.Contains(i / each));
    }
}
