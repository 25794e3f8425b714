using System.Runtime.CompilerServices;
using DtcGen.Generators.Reading.Graph;
using TorchSharp;
using static TorchSharp.torch;

namespace DtcGen.Recording;

/// <summary><c>x[.., 0]</c>, <c>x[0, 1..3]</c>, <c>x.index(...)</c>: one step for each index.</summary>
internal static class Indexing
{
    public static void Note(Recorder recorder, FunctionCall call)
    {
        var input = call.Input ?? throw new UnfollowedException("its first argument is no tensor");
        var result = call.Result as Tensor ?? throw new UnfollowedException("it returns no tensor");
        var indices = call.Rest.SelectMany(static argument => Items(argument.Value)).ToList();
        if (indices is [var only] && TensorOf(only) is { dtype: ScalarType.Bool })
        {
            throw new UnfollowedException("by a mask, which has as many entries as it chooses");
        }

        if (Take(recorder, input, Steps(indices, (int)input.ndim), result) is var made && !ReferenceEquals(made, result))
        {
            recorder.Same(made, result);
        }
    }

    /// <summary>The part of a tensor that indices choose, which are no tensors.</summary>
    public static Tensor View(Recorder recorder, Tensor input, List<object> indices)
        => Take(recorder, input, Steps(indices, (int)input.ndim), null);

    // What lies between the steps was computed at once: it is made again to know its sizes.
    private static Tensor Take(Recorder recorder, Tensor input, List<IndexingStep> steps, Tensor? result)
    {
        var value = input;
        for (var i = 0; i < steps.Count; i++)
        {
            var made = result is not null && i == steps.Count - 1 ? result : steps[i].Apply(value);
            recorder.Add(
                steps[i].Kind,
                string.Empty,
                recorder.Join(steps[i].Kind.ToString().ToLowerInvariant()),
                steps[i].Other is { } other ? [value, other] : [value],
                steps[i].Arguments,
                [made]);
            value = made;
        }

        return value;
    }

    /// <summary>The indices that an argument is.</summary>
    public static IEnumerable<object> Items(object? argument) => argument switch
    {
        null => throw new UnfollowedException("with an index of null"),
        TensorIndex[] indices => indices.Cast<object>(),
        Tensor[] indices => indices,
        long[] indices => indices.Cast<object>(),
        _ => [argument],
    };

    private static List<IndexingStep> Steps(List<object> indices, int rank)
    {
        var steps = new List<IndexingStep>();
        var taken = indices.Count(static index => !IsEllipsis(index) && !IsNew(index));
        var tensors = indices.Count(static index => TensorOf(index) is not null);
        if (tensors > 1)
        {
            throw new UnfollowedException("with several tensors");
        }

        if (indices.Count(IsEllipsis) > 1)
        {
            // Behind the second, libtorch reads sizes where there are none: by chance it goes on or throws.
            throw new UnfollowedException("with more than one ellipsis");
        }

        long dimension = 0;
        foreach (var index in indices)
        {
            switch (index)
            {
                case var _ when IsEllipsis(index):
                    dimension += rank - taken;
                    break;
                case var _ when IsNew(index):
                    steps.Add(Unsqueezed(dimension));
                    dimension++;
                    break;
                case Tensor tensor:
                    steps.Add(Selected(dimension, tensor));
                    dimension += tensor.ndim;
                    break;
                case TensorIndex item when TensorOf(ref item) is { } tensor:
                    steps.Add(Selected(dimension, tensor));
                    dimension += tensor.ndim;
                    break;
                case TensorIndex item when item.Equals(TensorIndex.Single(Start(ref item))):
                    steps.Add(Single(dimension, Start(ref item)!.Value));
                    break;
                case TensorIndex item when item.Equals(TensorIndex.Slice(Start(ref item), Stop(ref item), Step(ref item))):
                    if (Start(ref item) is not (null or 0) || Stop(ref item) is not null || Step(ref item) is not (null or 1))
                    {
                        steps.Add(Sliced(dimension, Start(ref item) ?? 0, Stop(ref item) ?? long.MaxValue, Step(ref item) ?? 1));
                    }

                    dimension++;
                    break;
                case TensorIndex:
                    throw new UnfollowedException("with an index of another kind");
                default:
                    steps.Add(Single(dimension, Numbers.Long(index) ?? throw new UnfollowedException("with an index that is no number")));
                    break;
            }
        }

        return steps;
    }

    private static IndexingStep Unsqueezed(long dimension)
        => new(OperatorKind.Unsqueeze, [dimension], null, value => value.unsqueeze(dimension));

    private static IndexingStep Single(long dimension, long index)
        => new(OperatorKind.Select, [dimension, index], null, value => value.select(dimension, index));

    private static IndexingStep Sliced(long dimension, long start, long finish, long step)
        => new(OperatorKind.Slice, [dimension, start, finish, step], null, value => value.slice(dimension, start, finish, step));

    private static IndexingStep Selected(long dimension, Tensor indices)
        => indices is { ndim: 1, dtype: ScalarType.Int64 }
            ? new(OperatorKind.IndexSelect, [dimension], indices, value => value.index_select(dimension, indices))
            : indices is { ndim: > 1, dtype: ScalarType.Int64 }
                ? new(
                    OperatorKind.IndexSelect,
                    [dimension],
                    indices,
                    value => value.index_select(dimension, indices.flatten()).unflatten(dimension, indices.shape))
                : throw new UnfollowedException("with a tensor of truth values, or of another type");

    /// <summary>Whether an index takes all of one dimension or of several.</summary>
    public static bool IsAll(object index)
        => IsEllipsis(index)
            || (index is TensorIndex item && item.Equals(TensorIndex.Slice(Start(ref item), Stop(ref item), Step(ref item)))
                && TensorOf(ref item) is null && Start(ref item) is null or 0 && Stop(ref item) is null && Step(ref item) is null or 1);

    /// <summary>The tensor that an index is, or null.</summary>
    public static Tensor? TensorOf(object index) => index is Tensor tensor ? tensor : index is TensorIndex item ? TensorOf(ref item) : null;

    /// <summary>Whether an index stands for all dimensions that no other is for.</summary>
    public static bool IsEllipsis(object index) => index is TensorIndex item && item.Equals(TensorIndex.Ellipsis);

    private static bool IsNew(object index)
        => index is TensorIndex item && (item.Equals(TensorIndex.None) || item.Equals(TensorIndex.Null));

    private static Tensor? TensorOf(ref TensorIndex index) => TensorField(ref index);

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "startIndexOrBoolOrSingle")]
    private static extern ref long? Start(ref TensorIndex index);

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "stopIndex")]
    private static extern ref long? Stop(ref TensorIndex index);

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "step")]
    private static extern ref long? Step(ref TensorIndex index);

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "tensor")]
    private static extern ref Tensor? TensorField(ref TensorIndex index);
}
