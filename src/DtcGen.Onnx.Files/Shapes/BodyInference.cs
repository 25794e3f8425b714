using DtcGen.Onnx.Proto;

namespace DtcGen.Onnx;

/// <summary>A node that holds graphs, as its rule sees it.</summary>
internal sealed class BodyInference(ShapeInference inference, NodeShapes node, ShapeScope scope, int depth)
{
    // By then what goes round has lost all that changes.
    private const int MostRounds = 4;

    public NodeShapes Node => node;

    /// <summary>The graph that an attribute holds.</summary>
    /// <exception cref="ShapeUnknownException">It holds none.</exception>
    public GraphProto Graph(string attribute)
        => node.Node.Find(attribute)?.G ?? throw new ShapeUnknownException($"it has no graph {attribute}");

    /// <summary>Goes through a graph once.</summary>
    public (KnownValue[] Outputs, NodeFacts Facts) Body(GraphProto graph, params IReadOnlyList<KnownValue> inputs)
        => inference.Body(graph, scope, inputs, depth);

    /// <summary>
    /// Goes through a graph that is run again and again, some of its outputs becoming its inputs: what changes from one
    /// run to the next is taken for unknown, until nothing more changes.
    /// </summary>
    /// <param name="graph">The graph.</param>
    /// <param name="start">What goes round has at first.</param>
    /// <param name="inputs">All inputs, made from what goes round.</param>
    /// <param name="firstOutput">Where the outputs begin that go round.</param>
    /// <returns>What goes round in any run and in the end, all outputs of the body, and what one run costs.</returns>
    public (KnownValue[] Carried, KnownValue[] Outputs, NodeFacts Facts) Rounds(
        GraphProto graph,
        IReadOnlyList<KnownValue> start,
        Func<IReadOnlyList<KnownValue>, IReadOnlyList<KnownValue>> inputs,
        int firstOutput)
    {
        KnownValue[] carried = [.. start.Select(static v => v with { Contents = null })];
        var changing = new HashSet<OnnxDimension>();
        for (var round = 1; ; round++)
        {
            var (outputs, facts) = Body(graph, inputs(carried));
            if (outputs.Length < firstOutput + carried.Length)
            {
                throw new ShapeUnknownException("its body gives fewer values than go round");
            }

            KnownValue[] next = [.. carried.Select((value, i) => Weaken(value, outputs[firstOutput + i], changing, round == MostRounds))];
            if (next.SequenceEqual(carried))
            {
                // After the last run it is not what it was before: another name.
                return ([.. carried.Select(v => Renamed(v, changing.Contains))], outputs, facts);
            }

            carried = next;
        }
    }

    /// <summary>What holds of either of two values.</summary>
    public KnownValue Either(KnownValue one, KnownValue other) => one.Shape is { } a && other.Shape is { } b && a.SequenceEqual(b)
        ? one with { ElementType = Type(one, other), Contents = Same(one.Contents, other.Contents) ? one.Contents : null }
        : new KnownValue(
            Type(one, other),
            one.Shape is { } left && other.Shape is { } right && left.Count == right.Count
                ? [.. left.Zip(right, (x, y) => x == y ? x : inference.UnknownDimension())]
                : null);

    /// <summary>A value with new names for some of its dimensions.</summary>
    public KnownValue Renamed(KnownValue value, Func<OnnxDimension, bool> which) => value.Shape is { } shape && shape.Any(which)
        ? value with { Shape = [.. shape.Select(d => which(d) ? inference.UnknownDimension() : d)] }
        : value;

    private KnownValue Weaken(KnownValue before, KnownValue after, HashSet<OnnxDimension> changing, bool entirely)
    {
        if (before.Shape is not { } shape)
        {
            return before;
        }

        if (after.Shape is not { } result || result.Count != shape.Count)
        {
            return before with { Shape = null };
        }

        bool Stays(OnnxDimension x, OnnxDimension y) => x == y || changing.Contains(x);
        if (shape.Zip(result).All(pair => Stays(pair.First, pair.Second)))
        {
            return before;
        }

        if (entirely)
        {
            return before with { Shape = null };
        }

        var weaker = shape.ToArray();
        for (var i = 0; i < weaker.Length; i++)
        {
            if (!Stays(weaker[i], result[i]))
            {
                changing.Add(weaker[i] = inference.UnknownDimension());
            }
        }

        return before with { Shape = weaker };
    }

    private static OnnxElementType Type(KnownValue one, KnownValue other)
        => one.ElementType == other.ElementType ? one.ElementType : OnnxElementType.Undefined;

    private static bool Same(IReadOnlyList<OnnxDimension>? one, IReadOnlyList<OnnxDimension>? other)
        => one is not null && other is not null && one.SequenceEqual(other);
}
