namespace DtcGen.Onnx;

// Operations that move entries about without computing.
public sealed partial class OnnxGraph
{
    /// <summary>The value itself, under a name of its own.</summary>
    /// <param name="name">The node's name.</param>
    /// <param name="input">The value.</param>
    public OnnxValue Identity(string name, OnnxValue input) => Like("Identity", name, input);

    /// <summary>Joins neighbouring dimensions into one.</summary>
    /// <param name="name">The node's name.</param>
    /// <param name="input">The value.</param>
    /// <param name="start_dim">The first dimension to join; negative counts from the end.</param>
    /// <param name="end_dim">The last dimension to join; negative counts from the end.</param>
    public OnnxValue Flatten(string name, OnnxValue input, long start_dim = 0, long end_dim = -1)
    {
        if (input.Rank == 0)
        {
            return Reshape(name, input, 1);
        }

        var start = Axis(start_dim, input.Rank, name);
        var end = Axis(end_dim, input.Rank, name);
        if (start > end)
        {
            throw new OnnxExportException($"{name}: flatten's start_dim {start_dim} lies behind its end_dim {end_dim}.");
        }

        var joined = Shapes.Product(input.Shape.Skip(start).Take(end - start + 1));
        OnnxDimension[] shape = [.. input.Shape.Take(start), joined, .. input.Shape.Skip(end + 1)];
        return start == 1 && end == input.Rank - 1
            ? Node("Flatten", name, [input], input.ElementType, shape, OnnxAttributes.Make("axis", 1))
            : Reshape(name, input, shape);
    }

    /// <summary>The same entries in the same order, in another shape (<c>reshape</c>, <c>view</c>).</summary>
    /// <param name="name">The node's name.</param>
    /// <param name="input">The value.</param>
    /// <param name="shape">
    /// The new dimensions; one may be −1 and takes what is left. A symbolic dimension of <paramref name="input"/>
    /// is carried over by passing <c>input.Shape[i]</c>.
    /// </param>
    /// <exception cref="OnnxExportException">The entries do not fit the shape.</exception>
    public OnnxValue Reshape(string name, OnnxValue input, params IReadOnlyList<OnnxDimension> shape)
    {
        var target = ReshapePlan.Resolve(name, input, shape, UnknownDimension);
        return Node("Reshape", name, [input, TargetShape(name, input, target)], input.ElementType, target);
    }

    /// <summary>Another name for <see cref="Reshape"/>, as TorchSharp has it.</summary>
    /// <param name="name">The node's name.</param>
    /// <param name="input">The value.</param>
    /// <param name="shape">The new dimensions; one may be −1.</param>
    public OnnxValue View(string name, OnnxValue input, params IReadOnlyList<OnnxDimension> shape) => Reshape(name, input, shape);

    /// <summary>Takes one dimension apart into several.</summary>
    /// <param name="name">The node's name.</param>
    /// <param name="input">The value.</param>
    /// <param name="dim">The dimension.</param>
    /// <param name="sizes">What it becomes; one may be −1.</param>
    public OnnxValue Unflatten(string name, OnnxValue input, long dim, params IReadOnlyList<OnnxDimension> sizes)
    {
        var axis = Axis(dim, input.Rank, name);
        var part = new OnnxValue(input.Name, input.ElementType, [input.Shape[axis]]);
        var resolved = ReshapePlan.Resolve(name, part, sizes, UnknownDimension);
        return Reshape(name, input, [.. input.Shape.Take(axis), .. resolved, .. input.Shape.Skip(axis + 1)]);
    }

    /// <summary>Swaps two dimensions.</summary>
    /// <param name="name">The node's name.</param>
    /// <param name="input">The value.</param>
    /// <param name="dim0">One.</param>
    /// <param name="dim1">The other.</param>
    public OnnxValue Transpose(string name, OnnxValue input, long dim0, long dim1)
    {
        var permutation = All(input);
        var a = Axis(dim0, input.Rank, name);
        var b = Axis(dim1, input.Rank, name);
        (permutation[a], permutation[b]) = (permutation[b], permutation[a]);
        return Permute(name, input, permutation);
    }

    /// <summary>Puts the dimensions into another order.</summary>
    /// <param name="name">The node's name.</param>
    /// <param name="input">The value.</param>
    /// <param name="permutation">For each new dimension the old one; negative ones count from the end.</param>
    public OnnxValue Permute(string name, OnnxValue input, params long[] permutation)
    {
        long[] order = [.. permutation.Select(d => (long)Axis(d, input.Rank, name))];
        return order.Length == input.Rank && order.Distinct().Count() == order.Length
            ? Node(
                "Transpose",
                name,
                [input],
                input.ElementType,
                [.. order.Select(d => input.Shape[(int)d])],
                OnnxAttributes.Make("perm", order))
            : throw new OnnxExportException($"{name}: [{string.Join(", ", permutation)}] does not name each dimension of {input} once.");
    }

    /// <summary>Adds a dimension of size 1.</summary>
    /// <param name="name">The node's name.</param>
    /// <param name="input">The value.</param>
    /// <param name="dim">Where it goes; negative counts from the end of the result.</param>
    public OnnxValue Unsqueeze(string name, OnnxValue input, long dim)
    {
        var axis = Axis(dim, input.Rank + 1, name);
        return Node(
            "Unsqueeze", name, [input, Constant([axis])], input.ElementType, [.. input.Shape.Take(axis), 1, .. input.Shape.Skip(axis)]);
    }

    /// <summary>
    /// Drops a dimension of size 1, or all of them. One of another size stays, as in TorchSharp; one left open must be
    /// named and be 1 at run time.
    /// </summary>
    /// <param name="name">The node's name.</param>
    /// <param name="input">The value.</param>
    /// <param name="dim">The dimension; null for all that are known to be 1.</param>
    public OnnxValue Squeeze(string name, OnnxValue input, long? dim = null)
    {
        // What TorchSharp makes of it depends on the size: any other than 1 stays.
        if (dim is long open && input.Shape[Axis(open, input.Rank, name)] is { Value: null } unknown)
        {
            throw new OnnxExportException(
                $"{name} squeezes dimension {open}, whose size {unknown.Symbol} is open: it would leave where it is 1, and stay elsewhere. Fix the size, or squeeze another dimension.");
        }

        long[] axes = dim is long one
            ? [.. new[] { (long)Axis(one, input.Rank, name) }.Where(a => input.Shape[(int)a].Value is 1)]
            : [.. All(input).Where(a => input.Shape[(int)a].Value == 1)];
        return axes.Length == 0
            ? Identity(name, input)
            : Node("Squeeze", name, [input, Constant(axes)], input.ElementType, [.. input.Shape.Where((_, i) => !axes.Contains(i))]);
    }

    /// <summary>The list of sizes that Reshape needs: a constant where it can be, else put together at run time.</summary>
    private OnnxValue TargetShape(string name, OnnxValue input, IReadOnlyList<OnnxDimension> target)
    {
        if (ReshapePlan.Sizes(input.Shape, target) is { } sizes)
        {
            return Constant(sizes);
        }

        var inputShape = Node("Shape", $"{name}/Shape", [input], OnnxElementType.Int64, [input.Rank]);
        var inferred = false;
        var parts = new List<OnnxValue>();
        foreach (var dimension in target)
        {
            var from = input.Shape.ToList().IndexOf(dimension);
            if (dimension.Value is long number)
            {
                parts.Add(Constant(number));
            }
            else if (from >= 0)
            {
                parts.Add(Node("Gather", $"{name}/Gather", [inputShape, Constant([from])], OnnxElementType.Int64, [1]));
            }
            else if (!inferred)
            {
                inferred = true;
                parts.Add(Constant(-1));
            }
            else
            {
                throw new OnnxExportException(
                    $"{name}: the shape [{string.Join(", ", target)}] has more than one dimension that {input} does not tell.");
            }
        }

        return Node("Concat", $"{name}/Concat", parts, OnnxElementType.Int64, [target.Count], OnnxAttributes.Make("axis", 0));
    }
}
