using static TorchSharp.torch;

namespace DtcGen.Runtime;

/// <summary>
/// A parameter or buffer, and what it keeps when neurons leave. It stays the same object: under its name, in its place, on
/// its device, and shared with whoever shares it.
/// </summary>
/// <param name="name">Its name in the model, as <c>fc1.weight</c>.</param>
/// <param name="values">What it holds now.</param>
internal class TensorCut(string name, Tensor values)
{
    private readonly List<(long Dimension, long[] Kept)> _kept = new(1);
    private Tensor? _smaller;

    /// <summary>Its name in the model.</summary>
    public string Name => name;

    /// <summary>What it holds until <see cref="Commit"/>.</summary>
    public Tensor Values { get; } = values;

    /// <summary>What it will hold: cut aside, in memory of its own.</summary>
    public Tensor Smaller => _smaller ?? Values;

    /// <summary>Cuts a dimension.</summary>
    /// <param name="dimension">The dimension.</param>
    /// <param name="kept">The entries that stay.</param>
    /// <param name="index">The same as a tensor, on the device of the values.</param>
    public void Keep(long dimension, long[] kept, Tensor index)
    {
        _kept.Add((dimension, kept));
        _smaller = Smaller.index_select(dimension, index);
    }

    /// <summary>Whether another that lies in the same memory loses the same entries of it.</summary>
    /// <param name="other">The other.</param>
    public bool LosesWhat(TensorCut other)
        => Values.storage_offset() == other.Values.storage_offset()
            && Values.shape.AsSpan().SequenceEqual(other.Values.shape)
            && Values.stride().AsSpan().SequenceEqual(other.Values.stride())
            && _kept.Count == other._kept.Count
            && _kept.TrueForAll(one => other._kept.Exists(
                its => its.Dimension == one.Dimension && its.Kept.AsSpan().SequenceEqual(one.Kept)));

    /// <summary>Makes it hold the entries that stay. Its gradient goes.</summary>
    /// <param name="smaller">Those entries: <see cref="Smaller"/>, or those of another that loses the same.</param>
    public virtual void Commit(Tensor smaller)
    {
        Values.grad = null;
        Values.set_(smaller);
    }
}
