using DtcGen.Generators.Reading.Graph;
using static TorchSharp.torch;

namespace DtcGen.Recording;

// Tensors that are written into.
public sealed partial class Recorder
{
    private readonly HashSet<Tensor> _following = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<Tensor, Tensor> _before = new(ReferenceEqualityComparer.Instance);

    /// <summary>Takes the operand that the call which follows changes.</summary>
    /// <typeparam name="T">The type that the call takes it as.</typeparam>
    /// <param name="value">The operand.</param>
    /// <returns>The operand.</returns>
    public T InChanged<T>(T value)
    {
        if (value is Tensor tensor && !tensor.IsInvalid)
        {
            if (IsFollowed(tensor))
            {
                KeepConstants(tensor);
            }
            else
            {
                _before[tensor] = tensor.detach().clone();
            }
        }

        return In(value);
    }

    /// <summary>A tensor was changed by a call. What it was before is a constant of what is recorded, where the call is.</summary>
    /// <param name="tensor">The tensor.</param>
    /// <param name="isRecorded">Whether the call is.</param>
    /// <param name="isOverwritten">Whether nothing of it is left, so that its entries before, which memory may have held, are none.</param>
    internal void Settle(Tensor tensor, bool isRecorded, bool isOverwritten)
    {
        if (_before.Remove(tensor, out var entries) && isRecorded && !IsFollowed(tensor))
        {
            _tensors.Set(tensor, ValueOf(isOverwritten ? zeros_like(entries) : entries));
        }
    }

    /// <summary>A tensor was changed in place, and is what another tensor, of other memory, stands for.</summary>
    internal void Replace(Tensor changed, Tensor made) => _tensors.Change(changed, ValueOf(made));

    /// <summary>A tensor of a known value, in memory of its own. Its entries mean nothing.</summary>
    internal Tensor Standing(long[] sizes, ScalarType type, int value)
    {
        var standing = empty(sizes, type);
        _tensors.Set(standing, value);
        return standing;
    }

    // A constant that is about to be changed was another one when it was used.
    private void KeepConstants(Tensor tensor)
    {
        if (TensorStorage.Of(tensor) is not { } storage)
        {
            return;
        }

        foreach (var constant in _operations.Where(static operation => operation.Kind == OperatorKind.Constant))
        {
            if (constant.Held is { IsInvalid: false } held && TensorStorage.Of(held)?.Address == storage.Address)
            {
                constant.Held = held.detach().clone();
            }
        }
    }

    /// <summary>What a tensor in flight is after all changes; null where that cannot be told.</summary>
    internal int? Latest(Tensor tensor)
        => _tensors.Find(tensor) is not { } known ? null : _tensors.IsSpoiled(tensor) ? Followed(tensor, known) : known;

    // After changes of memory that it shares. One that is being told cannot be told by itself.
    private int? Followed(Tensor tensor, int known)
    {
        if (!_following.Add(tensor))
        {
            return null;
        }

        int? value = known;
        try
        {
            foreach (var change in _tensors.Pending(tensor))
            {
                value = WrittenMemory.Follow(this, tensor, value.Value, change, _tensors.Sharing(tensor));
                if (value is null)
                {
                    break;
                }
            }
        }
        finally
        {
            _following.Remove(tensor);
        }

        if (value is { } told)
        {
            _tensors.Set(tensor, told);
        }

        return value;
    }
}
