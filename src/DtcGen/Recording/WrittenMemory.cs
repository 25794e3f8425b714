using DtcGen.Generators.Reading.Graph;
using static TorchSharp.torch;

namespace DtcGen.Recording;

/// <summary>What a tensor is after another one, which shares its memory, was changed: told by where both lie.</summary>
internal static class WrittenMemory
{
    /// <summary>The value of a tensor after a change, or null when it cannot be told.</summary>
    /// <param name="recorder">Where steps are noted.</param>
    /// <param name="tensor">The tensor.</param>
    /// <param name="known">Its value before.</param>
    /// <param name="change">The change.</param>
    /// <param name="others">Other tensors of the same memory.</param>
    public static int? Follow(Recorder recorder, Tensor tensor, int known, TensorChange change, IEnumerable<Tensor> others)
    {
        if (TensorStorage.Of(tensor) is not { } storage || tensor.dtype != change.Type)
        {
            return null;
        }

        var steps = new Composition(recorder, recorder.Join("view"));
        if (After(recorder, steps, storage, known, change) is { } made)
        {
            steps.Finish();
            return recorder.ValueOf(made);
        }

        if (!TensorPart.Meet(storage, change.Storage))
        {
            return known;
        }

        // By way of one that it is a part of, and whose changes can be told.
        foreach (var other in others.Where(other => other.dtype == tensor.dtype && !ReferenceEquals(other, tensor)))
        {
            if (TensorStorage.Of(other) is not { } whole || whole.IsSame(storage)
                || (TensorPart.Find(whole, storage) is null && !AreOneList(whole, storage))
                || recorder.Latest(other) is not { } value)
            {
                continue;
            }

            var latest = new TensorChange(whole, tensor.dtype, value);
            steps = new Composition(recorder, recorder.Join("view"));
            if (After(recorder, steps, storage, known, latest) is { } read)
            {
                steps.Finish();
                return recorder.ValueOf(read);
            }
        }

        return null;
    }

    // Whether two tensors are the same elements in the same order, in other dimensions.
    private static bool AreOneList(TensorStorage one, TensorStorage other)
        => one.Offset == other.Offset && one.Count == other.Count && one.IsContiguous && other.IsContiguous;

    private static Tensor? After(Recorder recorder, Composition steps, TensorStorage storage, int known, TensorChange change)
    {
        Tensor Changed() => recorder.Standing(change.Storage.Sizes, change.Type, change.Value);
        if (TensorPart.Find(change.Storage, storage) is { } inside)
        {
            return Read(steps, Changed(), inside, storage.Sizes);
        }

        if (TensorPart.Find(storage, change.Storage) is { } written)
        {
            return Write(steps, recorder.Standing(storage.Sizes, change.Type, known), Changed(), written);
        }

        return AreOneList(storage, change.Storage)
            ? steps.Step(
                OperatorKind.Reshape,
                string.Empty,
                [Changed()],
                empty(storage.Sizes, change.Type),
                [.. storage.Sizes.Select(static _ => (object?)-1L)])
            : null;
    }

    // Part of a tensor.
    private static Tensor Read(Composition steps, Tensor whole, TensorPart part, long[] sizes)
    {
        var value = whole;
        for (var d = 0; d < part.Ranges.Length; d++)
        {
            if (part.Places[d] >= 0)
            {
                value = Range(steps, value, d, whole.shape[d], part.Ranges[d]);
            }
        }

        for (var d = part.Ranges.Length - 1; d >= 0; d--)
        {
            if (part.Places[d] < 0)
            {
                value = steps.Select(value, d, part.Ranges[d].Start);
            }
        }

        // What is left is in the order of the whole.
        var places = part.Places.Where(static place => place >= 0).ToList();
        var order = places.Order().Select(place => (long)places.IndexOf(place)).ToArray();
        if (!order.SequenceEqual(order.Order()))
        {
            value = steps.Permute(value, order);
        }

        return part.Extra.Order().Aggregate(value, (made, extra) => steps.Unsqueeze(made, extra));
    }

    // A tensor with a part of it replaced.
    private static Tensor Write(Composition steps, Tensor whole, Tensor value, TensorPart part)
    {
        foreach (var extra in part.Extra.OrderDescending())
        {
            value = steps.Step(OperatorKind.Squeeze, string.Empty, [value], value.squeeze(extra), (long)extra);
        }

        // In the order of the whole, with all its dimensions.
        var places = part.Places.Where(static place => place >= 0).ToList();
        var sorted = places.Order().ToList();
        var order = places.Select(place => (long)sorted.IndexOf(place)).ToArray();
        if (!order.SequenceEqual(order.Order()))
        {
            value = steps.Permute(value, order);
        }

        for (var d = 0; d < part.Places.Length; d++)
        {
            if (part.Places[d] < 0)
            {
                value = steps.Unsqueeze(value, d);
            }
        }

        return Write(steps, whole, value, part.Ranges, 0);
    }

    private static Tensor Write(Composition steps, Tensor whole, Tensor value, (long Start, long Step, long Count)[] ranges, int from)
    {
        var d = from;
        while (d < ranges.Length && IsAll(whole.shape[d], ranges[d]))
        {
            d++;
        }

        if (d == ranges.Length)
        {
            return value;
        }

        var (size, (start, step, count)) = (whole.shape[d], ranges[d]);
        if (Enumerable.Range(d + 1, ranges.Length - d - 1).Any(e => !IsAll(whole.shape[e], ranges[e])))
        {
            value = Write(steps, Range(steps, whole, d, size, ranges[d]), value, ranges, d + 1);
        }

        if (step > 1)
        {
            // Behind the old ones, from where each is fetched to its place.
            var fetched = Enumerable.Range(0, (int)size).Select(static i => (long)i).ToArray();
            for (var i = 0; i < count; i++)
            {
                fetched[start + (i * step)] = size + i;
            }

            return steps.Gather(steps.Cat([whole, value], d), d, fetched);
        }

        var parts = new List<Tensor>();
        if (start > 0)
        {
            parts.Add(steps.Slice(whole, d, 0, start));
        }

        parts.Add(value);
        if (start + count < size)
        {
            parts.Add(steps.Slice(whole, d, start + count, long.MaxValue));
        }

        return steps.Cat(parts, d);
    }

    private static bool IsAll(long size, (long Start, long Step, long Count) range)
        => range is { Start: 0, Step: 1 } && range.Count == size;

    private static Tensor Range(Composition steps, Tensor value, int d, long size, (long Start, long Step, long Count) range)
    {
        if (IsAll(size, range))
        {
            return value;
        }

        var finish = range.Start + ((range.Count - 1) * range.Step) + 1;
        return steps.Slice(value, d, range.Start, finish >= size ? long.MaxValue : finish, range.Step);
    }
}
