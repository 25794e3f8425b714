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

        int start = Axis(start_dim, input.Rank, name);
        int end = Axis(end_dim, input.Rank, name);
        if (start > end)
        {
            throw new OnnxExportException($"{name}: flatten's start_dim {start_dim} lies behind its end_dim {end_dim}.");
        }

        OnnxDimension joined = Shapes.Product(input.Shape.Skip(start).Take(end - start + 1));
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
        IReadOnlyList<OnnxDimension> target = ReshapePlan.Resolve(name, input, shape, UnknownDimension);
        return Node("Reshape", name, [input, TargetShape(name, input, target)], input.ElementType, target);
    }

    /// <summary>The list of sizes that Reshape needs: a constant where it can be, else put together at run time.</summary>
    private OnnxValue TargetShape(string name, OnnxValue input, IReadOnlyList<OnnxDimension> target)
    {
        if (ReshapePlan.Sizes(input.Shape, target) is { } sizes)
        {
            return Constant(sizes);
        }

        OnnxValue inputShape = Node("Shape", $"{name}/Shape", [input], OnnxElementType.Int64, [input.Rank]);
        bool inferred = false;
        var parts = new List<OnnxValue>();
        foreach (OnnxDimension dimension in target)
        {
            int from = input.Shape.ToList().IndexOf(dimension);
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
                throw new OnnxExportException($"{name}: the shape [{string.Join(", ", target)}] has more than one dimension that {input} does not tell.");
            }
        }

        return Node("Concat", $"{name}/Concat", parts, OnnxElementType.Int64, [target.Count], OnnxAttributes.Make("axis", 0));
    }
}
