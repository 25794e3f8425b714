using DtcGen.Recording;

namespace DtcGen.Onnx;

// Along dimensions.
internal sealed partial class RecordedOperations
{
    private IReadOnlyList<OnnxValue> Along(RecordedOperation operation)
    {
        var (name, x, a) = (operation.Name, X(operation), operation.Arguments);
        var axis = Axis(operation);
        switch (operation.Function)
        {
            case "Flip":
                return [
                    graph.Operator(
                        "Slice",
                        name,
                        [x, graph.Numbers(-1), graph.Numbers(long.MinValue), graph.Numbers(axis), graph.Numbers(-1)],
                        x.ElementType,
                        x.Shape)
                ];
            case "CumSum":
                return [
                    graph.Operator(
                        "CumSum",
                        name,
                        [graph.CastTo($"{name}/Cast", x, Type(operation)), graph.Number(name, axis, OnnxElementType.Int64)],
                        Type(operation),
                        x.Shape)
                ];
            case "TopK":
                return graph.Operators(
                    "TopK",
                    name,
                    [x, graph.Numbers((long)a[1]!)],
                    [($"{name}.0", x.ElementType, Shape(operation)), ($"{name}.1", OnnxElementType.Int64, Shape(operation, 1))],
                    OnnxAttributes.Make("axis", axis),
                    OnnxAttributes.Make("largest", (bool)a[2]! ? 1L : 0L));
            case "ArgMax" or "ArgMin":
                return [Arg(operation, name, operation.Function, axis, (bool)a[1]!, 0)];
            case "Max":
                return [graph.Amax($"{name}.0", x, [axis], (bool)a[1]!), Arg(operation, $"{name}.1", "ArgMax", axis, (bool)a[1]!, 1)];
            case "Min":
                return [graph.Amin($"{name}.0", x, [axis], (bool)a[1]!), Arg(operation, $"{name}.1", "ArgMin", axis, (bool)a[1]!, 1)];
            case "Amin":
                return [graph.Amin(name, x, [axis], (bool)a[1]!)];
            case "Var":
                return [Variance(name, x, [axis], (bool)a[1]!, (bool)a[2]!)];
            case "Std":
                return [graph.Sqrt(name, Variance($"{name}/Var", x, [axis], (bool)a[1]!, (bool)a[2]!))];
            default:
                throw new OnnxExportException($"{name}: {operation.Function} cannot be exported.");
        }
    }

    private OnnxValue Arg(RecordedOperation operation, string name, string opType, long axis, bool keep, int output)
        => graph.Operator(
            opType,
            name,
            [X(operation)],
            OnnxElementType.Int64,
            Shape(operation, output),
            OnnxAttributes.Make("axis", axis),
            OnnxAttributes.Make("keepdims", keep ? 1L : 0L));

    private OnnxValue Variance(string name, OnnxValue x, long[] axes, bool keep, bool unbiased)
    {
        var count = axes.Aggregate((long?)1, (product, axis) => product * x.Shape[(int)(axis < 0 ? axis + x.Rank : axis)].Value)
            ?? throw new OnnxExportException(
                $"{name}: a variance over a dimension that is open cannot be exported. Describe the input with fixed sizes.");
        var centred = graph.Sub($"{name}/Sub", x, graph.Mean($"{name}/Mean", x, axes, keepdim: true));
        var squares = graph.Mul($"{name}/Square", centred, centred);
        return unbiased
            ? graph.Mul(name, graph.Mean($"{name}/Variance", squares, axes, keep), (double)count / (count - 1))
            : graph.Mean(name, squares, axes, keep);
    }
}
