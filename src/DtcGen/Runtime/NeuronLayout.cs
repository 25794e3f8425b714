using System.ComponentModel;

namespace DtcGen.Runtime;

/// <summary>
/// How the neurons of a group lie along a dimension of a layer's weight. Usually one entry is one neuron; where
/// dimensions were flattened or concatenated before the layer, a neuron has several entries, or other entries stand
/// around the neurons. Called by generated code.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class NeuronLayout
{
    private readonly long? _outer;
    private readonly long? _before;
    private readonly long? _after;
    private readonly long? _inner;

    /// <summary>A layout by its sizes; at most one may be null, which then follows from the others.</summary>
    /// <param name="outer">How often the neurons repeat.</param>
    /// <param name="before">How many entries stand before them, where dimensions were concatenated.</param>
    /// <param name="after">How many entries stand after them.</param>
    /// <param name="inner">How many consecutive entries a neuron has.</param>
    public NeuronLayout(long? outer = 1, long? before = 0, long? after = 0, long? inner = 1)
        => (_outer, _before, _after, _inner) = (outer, before, after, inner);

    /// <summary>One entry is one neuron.</summary>
    public static NeuronLayout Whole { get; } = new();

    /// <summary>Consecutive entries are one neuron, as when a convolution's output is flattened.</summary>
    public static NeuronLayout Blocks { get; } = new(inner: null);

    /// <summary>The neurons repeat, as when rows of features are flattened.</summary>
    public static NeuronLayout Repeats { get; } = new(outer: null);

    /// <summary>Whether it says that a dimension with as many entries as there are neurons has them one by one.</summary>
    internal bool IsWhole => _outer is null or 1 && _before is null or 0 && _after is null or 0 && _inner is null or 1;

    /// <summary>The entries of each neuron, neuron by neuron.</summary>
    /// <param name="layer">The layer's name, for errors.</param>
    /// <param name="total">How many entries the dimension has.</param>
    /// <param name="count">How many neurons the group has.</param>
    /// <returns>For neuron 0 all its entries, then for neuron 1, and so on.</returns>
    /// <exception cref="InvalidOperationException">The sizes do not fit together.</exception>
    internal long[] Entries(string layer, long total, long count)
    {
        var (outer, before, after, inner) = Resolve(layer, total, count);
        var period = before + count + after;
        var entries = new long[count * outer * inner];
        var next = 0;
        for (var neuron = 0L; neuron < count; neuron++)
        {
            for (var repeat = 0L; repeat < outer; repeat++)
            {
                for (var part = 0L; part < inner; part++)
                {
                    entries[next++] = ((((repeat * period) + before + neuron) * inner) + part);
                }
            }
        }

        return entries;
    }

    /// <summary>The entries that stay when only some neurons do, in order.</summary>
    /// <param name="layer">The layer's name, for errors.</param>
    /// <param name="total">How many entries the dimension has.</param>
    /// <param name="count">How many neurons the group has.</param>
    /// <param name="kept">The neurons that stay, ascending.</param>
    /// <exception cref="InvalidOperationException">The sizes do not fit together.</exception>
    internal long[] Kept(string layer, long total, long count, long[] kept)
    {
        var entries = Entries(layer, total, count);
        var each = entries.Length / (int)count;
        var leaves = new bool[total];
        var stays = new bool[count];
        foreach (var neuron in kept)
        {
            stays[neuron] = true;
        }

        for (var neuron = 0; neuron < count; neuron++)
        {
            for (var i = 0; i < each && !stays[neuron]; i++)
            {
                leaves[entries[(neuron * each) + i]] = true;
            }
        }

        return [.. Enumerable.Range(0, (int)total).Where(entry => !leaves[entry]).Select(static entry => (long)entry)];
    }

    private (long Outer, long Before, long After, long Inner) Resolve(string layer, long total, long count)
    {
        var (outer, before, after, inner) = (_outer, _before, _after, _inner);
        outer ??= total / ((before!.Value + count + after!.Value) * inner!.Value);
        inner ??= total / ((before!.Value + count + after!.Value) * outer.Value);
        before ??= (total / (outer.Value * inner.Value)) - count - after!.Value;
        after ??= (total / (outer.Value * inner.Value)) - count - before.Value;
        if (before < 0 || after < 0 || outer * (before + count + after) * inner != total)
        {
            throw new InvalidOperationException(
                $"Layer '{layer}' has {total} entries, which does not fit {count} neurons"
                + (this == Whole ? ". " : $" that repeat {outer} times after {before} and before {after} others, {inner} entries each. ")
                + "Change the sizes of a group's layers only by Clip.");
        }

        return (outer.Value, before.Value, after.Value, inner.Value);
    }
}
