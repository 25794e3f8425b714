using static TorchSharp.torch;

namespace DtcGen.Recording;

/// <summary>Which value each tensor is. A tensor that was changed in place is another value from then on, and so are its aliases.</summary>
internal sealed class TensorTable
{
    private readonly Dictionary<Tensor, int> _values = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<Tensor, List<TensorChange>> _spoiled = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<Tensor, int> _changed = new(ReferenceEqualityComparer.Instance);

    // By the address of their memory, in the order in which they came: only these can be the same elements, or parts of them.
    private readonly Dictionary<IntPtr, List<(Tensor Tensor, TensorStorage Storage)>> _sharing = [];

    /// <summary>The value of a tensor, or of one that is the same elements; null when neither is known.</summary>
    public int? Find(Tensor tensor)
    {
        if (_values.TryGetValue(tensor, out var value))
        {
            return value;
        }

        if (TensorStorage.Of(tensor) is not { } storage)
        {
            return null;
        }

        foreach (var (known, other) in At(storage))
        {
            if (!known.IsInvalid && other.IsSame(storage) && known.dtype == tensor.dtype)
            {
                var number = _values[known];
                Enter(tensor, number);
                if (_spoiled.TryGetValue(known, out var by))
                {
                    _spoiled[tensor] = [.. by];
                }

                return number;
            }
        }

        return null;
    }

    public void Set(Tensor tensor, int value)
    {
        Enter(tensor, value);
        _spoiled.Remove(tensor);
    }

    /// <summary>Whether the memory of a tensor was changed through another, so that what it holds is not known.</summary>
    public bool IsSpoiled(Tensor tensor) => _spoiled.ContainsKey(tensor);

    /// <summary>The value that was written into the memory of a spoiled tensor.</summary>
    public int SpoiledBy(Tensor tensor) => _spoiled[tensor][^1].Value;

    /// <summary>The changes of memory that a spoiled tensor shares, in order.</summary>
    public IReadOnlyList<TensorChange> Pending(Tensor tensor) => [.. _spoiled[tensor]];

    /// <summary>Other tensors in flight that share a tensor's memory.</summary>
    public IReadOnlyList<Tensor> Sharing(Tensor tensor)
        => TensorStorage.Of(tensor) is not { } storage
            ? []
            : [.. At(storage).Select(static item => item.Tensor).Where(static known => !known.IsInvalid)];

    /// <summary>What was written into memory that a tensor shares which is not in flight; null when nothing was.</summary>
    public int? ChangedBeside(Tensor tensor)
    {
        if (_changed.Count == 0 || TensorStorage.Of(tensor) is not { } storage)
        {
            return null;
        }

        foreach (var (known, _) in At(storage))
        {
            if (!known.IsInvalid && _changed.TryGetValue(known, out var value))
            {
                return value;
            }
        }

        return null;
    }

    /// <summary>A tensor was changed in place and is another value now.</summary>
    public void Change(Tensor changed, int value)
    {
        if (TensorStorage.Of(changed) is { } storage)
        {
            foreach (var (other, known) in At(storage))
            {
                if (ReferenceEquals(other, changed) || other.IsInvalid)
                {
                    continue;
                }

                if (known.IsSame(storage))
                {
                    Set(other, value);
                    continue;
                }

                if (!_spoiled.TryGetValue(other, out var changes))
                {
                    _spoiled.Add(other, changes = []);
                }

                changes.Add(new TensorChange(storage, changed.dtype, value));
            }
        }

        Set(changed, value);
        _changed[changed] = value;
    }

    private IReadOnlyList<(Tensor Tensor, TensorStorage Storage)> At(TensorStorage storage)
        => _sharing.TryGetValue(storage.Address, out var sharing) ? sharing : [];

    private void Enter(Tensor tensor, int value)
    {
        var isKnown = _values.ContainsKey(tensor);
        _values[tensor] = value;
        if (isKnown || TensorStorage.Of(tensor) is not { } storage)
        {
            return;
        }

        if (!_sharing.TryGetValue(storage.Address, out var sharing))
        {
            _sharing.Add(storage.Address, sharing = []);
        }

        sharing.Add((tensor, storage));
    }
}
