namespace DtcGen.Onnx;

// Operations that take values apart and put them together.
public sealed partial class OnnxGraph
{
    /// <summary>Puts values one behind the other along a dimension.</summary>
    /// <param name="name">The node's name.</param>
    /// <param name="tensors">The values; they differ in that dimension only.</param>
    /// <param name="dim">The dimension; negative counts from the end.</param>
    public OnnxValue Cat(string name, IReadOnlyList<OnnxValue> tensors, long dim = 0)
    {
        if (tensors.Count == 0)
        {
            throw new OnnxExportException($"{name}: there is nothing to put together.");
        }

        var first = tensors[0];
        var axis = Axis(dim, first.Rank, name);
        foreach (var other in tensors)
        {
            var fits = other.Rank == first.Rank && other.ElementType == first.ElementType
                && Enumerable.Range(0, first.Rank)
                    .All(i => i == axis || other.Shape[i].Value is null || first.Shape[i].Value is null
                        || other.Shape[i].Value == first.Shape[i].Value);
            if (!fits)
            {
                throw new OnnxExportException($"{name}: {first} and {other} cannot be put together along dimension {dim}.");
            }
        }

        var total = tensors.Select(t => t.Shape[axis]).Aggregate(static (a, b) => a + b);
        OnnxDimension[] shape = [.. first.Shape.Select((d, i) => i == axis ? total.IsStatic ? total : UnknownDimension() : d)];
        return Node("Concat", name, [.. tensors], first.ElementType, shape, OnnxAttributes.Make("axis", (long)axis));
    }

    /// <summary>Puts values of one shape side by side along a new dimension.</summary>
    /// <param name="name">The node's name.</param>
    /// <param name="tensors">The values.</param>
    /// <param name="dim">Where the new dimension goes.</param>
    public OnnxValue Stack(string name, IReadOnlyList<OnnxValue> tensors, long dim = 0)
    {
        long axis = tensors.Count == 0 ? 0 : Axis(dim, tensors[0].Rank + 1, name);
        return Cat(name, [.. tensors.Select(t => Unsqueeze($"{name}/Unsqueeze", t, axis))], axis);
    }

    /// <summary>Takes a value apart along a dimension, into parts of the given sizes.</summary>
    /// <param name="name">The node's name; the parts are called <c>name.0</c>, <c>name.1</c>, …</param>
    /// <param name="input">The value.</param>
    /// <param name="sizes">The parts' sizes; together as large as the dimension.</param>
    /// <param name="dim">The dimension; negative counts from the end.</param>
    public OnnxValue[] Split(string name, OnnxValue input, long[] sizes, long dim = 0)
    {
        var axis = Axis(dim, input.Rank, name);
        if (sizes.Length == 0 || (input.Shape[axis].Value is long all && sizes.Sum() != all))
        {
            throw new OnnxExportException(
                $"{name}: {input} does not fall into parts of [{string.Join(", ", sizes)}] along dimension {dim}.");
        }

        (string, OnnxElementType, IReadOnlyList<OnnxDimension>)[] parts =
            [.. sizes.Select((size, part) => ($"{name}.{part}", input.ElementType, Resized(input, axis, size)))];
        return Nodes("Split", name, [input, Constant(sizes)], parts, OnnxAttributes.Make("axis", (long)axis));
    }

    /// <summary>Takes a value apart along a dimension, into parts of one size; the last may be smaller.</summary>
    /// <param name="name">The node's name; the parts are called <c>name.0</c>, <c>name.1</c>, …</param>
    /// <param name="input">The value.</param>
    /// <param name="size">A part's size.</param>
    /// <param name="dim">The dimension; its size must be known when exporting.</param>
    public OnnxValue[] Split(string name, OnnxValue input, long size, long dim = 0)
    {
        var axis = Axis(dim, input.Rank, name);
        if (size < 1 || input.Shape[axis].Value is not long all)
        {
            throw new OnnxExportException(
                $"{name}: {input} cannot be taken apart by {size} along dimension {dim}, because its size is not known when exporting.");
        }

        var count = Math.Max(1, (all + size - 1) / size);
        return Split(name, input, [.. Enumerable.Range(0, (int)count).Select(i => Math.Min(size, all - (i * size)))], axis);
    }

    /// <summary>Takes a value apart along a dimension, into so many parts; the last may be smaller, and there may be fewer.</summary>
    /// <param name="name">The node's name; the parts are called <c>name.0</c>, <c>name.1</c>, …</param>
    /// <param name="input">The value.</param>
    /// <param name="chunks">How many parts.</param>
    /// <param name="dim">The dimension; its size must be known when exporting.</param>
    public OnnxValue[] Chunk(string name, OnnxValue input, long chunks, long dim = 0)
    {
        var axis = Axis(dim, input.Rank, name);
        return input.Shape[axis].Value is long all && chunks > 0
            ? Split(name, input, Math.Max(1, (all + chunks - 1) / chunks), axis)
            : throw new OnnxExportException(
                $"{name}: {input} cannot be taken into {chunks} parts along dimension {dim}, because its size is not known when exporting.");
    }

    /// <summary>Entries start, start + step, … below finish along a dimension.</summary>
    /// <param name="name">The node's name.</param>
    /// <param name="input">The value.</param>
    /// <param name="dim">The dimension.</param>
    /// <param name="start">The first entry; negative counts from the end.</param>
    /// <param name="finish">The entry to stop before; negative counts from the end, <see cref="long.MaxValue"/> is the end.</param>
    /// <param name="step">The distance; positive.</param>
    public OnnxValue Slice(string name, OnnxValue input, long dim, long start, long finish, long step)
    {
        var axis = Axis(dim, input.Rank, name);
        if (step < 1)
        {
            throw new OnnxExportException($"{name}: a step of {step} is not a step forward.");
        }

        OnnxDimension length;
        if (input.Shape[axis].Value is long size)
        {
            var from = Math.Clamp(start < 0 ? start + size : start, 0, size);
            var to = Math.Clamp(finish < 0 ? finish + size : finish, from, size);
            length = (to - from + step - 1) / step;
        }
        else
        {
            length = UnknownDimension();
        }

        return Sliced(name, input, axis, start, finish, step, length);
    }

    /// <summary>A stretch of a dimension.</summary>
    /// <param name="name">The node's name.</param>
    /// <param name="input">The value.</param>
    /// <param name="dim">The dimension.</param>
    /// <param name="start">The first entry; negative counts from the end.</param>
    /// <param name="length">How many.</param>
    public OnnxValue Narrow(string name, OnnxValue input, long dim, long start, long length)
    {
        var finish = start + length;
        return Slice(name, input, dim, start, start < 0 && finish == 0 ? long.MaxValue : finish, 1);
    }

    /// <summary>One entry of a dimension, which goes away.</summary>
    /// <param name="name">The node's name.</param>
    /// <param name="input">The value.</param>
    /// <param name="dim">The dimension.</param>
    /// <param name="index">The entry; negative counts from the end.</param>
    public OnnxValue Select(string name, OnnxValue input, long dim, long index)
    {
        var axis = Axis(dim, input.Rank, name);
        return input.Shape[axis].Value is long size && (index >= size || index < -size)
            ? throw new OnnxExportException($"{name}: {input} has no entry {index} along dimension {dim}.")
            : Node(
                "Gather",
                name,
                [input, Constant(name, index, OnnxElementType.Int64)],
                input.ElementType,
                Without(input, axis),
                OnnxAttributes.Make("axis", (long)axis));
    }

    /// <summary><c>functional.embedding</c>: a row of the table for each entry.</summary>
    /// <param name="name">The layer's name; the table becomes <c>name.weight</c>.</param>
    /// <param name="input">Row numbers, of any shape.</param>
    /// <param name="weight">Shape [rows, features].</param>
    /// <returns>Shape [*, features].</returns>
    public OnnxValue Embedding(string name, OnnxValue input, TorchSharp.torch.Tensor weight)
        => input.ElementType is OnnxElementType.Int64 or OnnxElementType.Int32
            ? Gather(name, Parameter($"{name}.weight", weight), input)
            : throw new OnnxExportException(
                $"{name} needs whole numbers (Int64 or Int32), and {input} is not. Describe the input with ElementType = OnnxElementType.Int64.");

    private OnnxValue Gather(string name, OnnxValue table, OnnxValue rows)
        => Node("Gather", name, [table, rows], table.ElementType, [.. rows.Shape, .. table.Shape.Skip(1)], OnnxAttributes.Make("axis", 0));

    private OnnxValue Sliced(string name, OnnxValue input, int axis, long start, long finish, long step, OnnxDimension length)
        => Node(
            "Slice",
            name,
            [input, Constant([start]), Constant([finish]), Constant([axis]), Constant([step])],
            input.ElementType,
            Resized(input, axis, length));

    private static IReadOnlyList<OnnxDimension> Resized(OnnxValue input, int axis, OnnxDimension size)
        => [.. input.Shape.Select((d, i) => i == axis ? size : d)];

    private static IReadOnlyList<OnnxDimension> Without(OnnxValue input, int axis) => [.. input.Shape.Where((_, i) => i != axis)];
}
