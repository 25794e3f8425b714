using DtcGen.Onnx.Proto;

namespace DtcGen.Onnx;

/// <summary>Infers the outputs of a node that holds graphs, and what it costs.</summary>
internal delegate NodeFacts BodyRule(BodyInference body);

/// <summary>The operators that hold graphs.</summary>
internal static class BodyRules
{
    // An iteration number, a condition.
    private const int LoopValues = 2;

    private static readonly Dictionary<string, BodyRule> Rules = new(StringComparer.Ordinal)
    {
        ["If"] = If,
        ["Loop"] = Loop,
        ["Scan"] = Scan,
    };

    /// <summary>Every operator that has a rule.</summary>
    public static IReadOnlyCollection<string> Known => Rules.Keys;

    public static BodyRule? Find(NodeProto node)
        => ModelCheck.Domain(node.Domain).Length == 0 ? Rules.GetValueOrDefault(node.OpType) : null;

    private static NodeFacts If(BodyInference body)
    {
        if (body.Node.Number(0) is long chosen)
        {
            var (outputs, facts) = body.Body(body.Graph(chosen != 0 ? "then_branch" : "else_branch"));
            Set(body, 0, outputs);
            return facts;
        }

        var (yes, yesFacts) = body.Body(body.Graph("then_branch"));
        var (no, noFacts) = body.Body(body.Graph("else_branch"));
        if (yes.Length == no.Length)
        {
            Set(body, 0, [.. yes.Zip(no, body.Either)]);
        }

        if (yesFacts.MultiplyAdds is not { } one || noFacts.MultiplyAdds is not { } other)
        {
            return new NodeFacts(null, yesFacts.MultiplyAdds is null ? yesFacts.CostUnknown : noFacts.CostUnknown);
        }

        return one == other
            ? NodeFacts.Of(one)
            : new NodeFacts(null, $"which of its branches runs, one of {one} and one of {other}, is told by the run");
    }

    private static NodeFacts Loop(BodyInference body)
    {
        var node = body.Node;
        var graph = body.Graph("body");
        KnownValue[] start = [.. Enumerable.Range(LoopValues, Math.Max(0, node.Inputs - LoopValues)).Select(node.Input)];
        var iteration = new KnownValue(OnnxElementType.Int64, []);

        // The body runs only while the condition holds.
        var goesOn = new KnownValue(OnnxElementType.Bool, [], [1]);
        var (carried, outputs, once) = body.Rounds(graph, start, values => [iteration, goesOn, .. values], 1);
        var isCounted = (!node.Has(1) || node.Number(1) is not (null or 0)) && outputs[0].Contents is [{ Value: 1 }];
        var runs = isCounted && node.Contents(0) is [var most]
            ? most.Value is long number ? Math.Max(0, number) : most.Least >= 0 ? most : (OnnxDimension?)null
            : null;
        Set(body, 0, carried);
        Set(
            body,
            carried.Length,
            [.. outputs.Skip(1 + carried.Length).Select(v => Stacked(body, v, runs ?? node.UnknownDimension(), 0))]);
        return Times(once, runs);
    }

    private static NodeFacts Scan(BodyInference body)
    {
        var node = body.Node;
        if (node.Opset < 9)
        {
            throw new ShapeUnknownException("Scan of operator set 8 is not known");
        }

        var graph = body.Graph("body");
        var scanned = (int)Math.Clamp(node.Node.Int("num_scan_inputs", 1), 0, node.Inputs);
        var states = node.Inputs - scanned;
        var inputAxes = node.Node.Ints("scan_input_axes");
        var outputAxes = node.Node.Ints("scan_output_axes");
        OnnxDimension? runs = null;
        var slices = new KnownValue[scanned];
        for (var i = 0; i < scanned; i++)
        {
            var value = node.Input(states + i);
            var axis = value.Shape is { } whole ? NodeShapes.Axis(At(inputAxes, i), whole.Count) : null;
            slices[i] = new KnownValue(value.ElementType, axis is null ? null : [.. value.Shape!.Where((_, at) => at != axis)]);
            if (axis is int along && runs is not { IsStatic: true })
            {
                runs = value.Shape![along];
            }
        }

        var (carried, outputs, once) = body.Rounds(
            graph, [.. Enumerable.Range(0, states).Select(node.Input)], values => [.. values, .. slices], 0);
        Set(body, 0, carried);
        Set(
            body,
            states,
            [.. outputs.Skip(states).Select((v, i) => Stacked(body, v, runs ?? node.UnknownDimension(), At(outputAxes, i)))]);
        return Times(once, runs);
    }

    private static long At(long[]? axes, int i) => axes is not null && i < axes.Length ? axes[i] : 0;

    private static void Set(BodyInference body, int first, IReadOnlyList<KnownValue> values)
    {
        for (var i = 0; i < values.Count; i++)
        {
            body.Node.Set(first + i, values[i]);
        }
    }

    private static KnownValue Stacked(BodyInference body, KnownValue each, OnnxDimension runs, long axis)
    {
        // A size that a run makes up is not told from one run's to the next's.
        var value = body.Renamed(each, static d => d.IsMadeUp);
        var at = value.Shape is { } shape ? NodeShapes.Axis(axis, shape.Count + 1) : null;
        return new KnownValue(
            value.ElementType, at is int place ? [.. value.Shape!.Take(place), runs, .. value.Shape!.Skip(place)] : null);
    }

    private static NodeFacts Times(NodeFacts once, OnnxDimension? runs) => once.MultiplyAdds switch
    {
        null => once,
        { Value: 0 } => once,
        { } count when runs is { } times => NodeFacts.Of(count * times),
        { } count => new NodeFacts(null, $"how often its body runs, {count} each time, is told by the run"),
    };
}
