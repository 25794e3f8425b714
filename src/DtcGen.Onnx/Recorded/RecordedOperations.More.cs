using DtcGen.Generators.Reading.Graph;
using DtcGen.Recording;
using TorchSharp.Modules;

namespace DtcGen.Onnx;

// Operations that only recordings have.
internal sealed partial class RecordedOperations
{
    private IReadOnlyList<OnnxValue> More(RecordedOperation operation) => operation.Kind switch
    {
        OperatorKind.Unary => [Unary(operation)],
        OperatorKind.Binary => [Binary(operation)],
        OperatorKind.Where => [Where(operation)],
        OperatorKind.Cast => [graph.CastTo(operation.Name, X(operation), Type(operation))],
        OperatorKind.Identity => [X(operation)],
        OperatorKind.Expand => [Expand(operation, X(operation))],
        OperatorKind.IndexSelect
            => [
                graph.Operator(
                    "Gather",
                    operation.Name,
                    [X(operation), X(operation, 1)],
                    Type(operation),
                    Shape(operation),
                    OnnxAttributes.Make("axis", Axis(operation)))
            ],
        OperatorKind.Along => Along(operation),
        OperatorKind.Functional => [Functional(operation)],
        OperatorKind.Interpolate => [Interpolate(operation)],
        OperatorKind.Pad => [Pad(operation)],
        OperatorKind.Conv3d => [Convolution(operation, (Convolution)operation.Module!)],
        OperatorKind.ConvTranspose => [Convolution(operation, (Convolution)operation.Module!)],
        OperatorKind.InstanceNorm => [InstanceNorm(operation, (InstanceNorm)operation.Module!)],
        OperatorKind.MaxPool3d => [MaxPool3d(operation)],
        OperatorKind.AvgPool3d => [AvgPool3d(operation)],
        OperatorKind.Overwrite => [Overwrite(operation)],
        OperatorKind.Recurrent => Recurrent(operation),
        OperatorKind.ReadSize => [],
        _ => throw new OnnxExportException($"{operation.Name}: {operation.Kind} {operation.Function} cannot be exported."),
    };

    private OnnxValue X(RecordedOperation operation, int place = 0) => Values[operation.Inputs[place].Value!.Value];

    private OnnxElementType Type(RecordedOperation operation, int output = 0)
        => graph.TypeOf(OnnxElementTypes.Of(recorded.Main.Values[operation.Output + output].Type));

    private long Axis(RecordedOperation operation, int argument = 0)
    {
        var axis = (long)operation.Arguments[argument]!;
        return axis < 0 ? axis + X(operation).Rank : axis;
    }

    // An operand, of another operand's type where it is a number.
    private OnnxValue Operand(RecordedOperation operation, int place, OnnxElementType type)
    {
        var input = operation.Inputs[place];
        return input.Value is { } value ? graph.CastTo($"{operation.Name}/Cast", Values[value], type) : graph.Number(operation.Name, input.Number, type);
    }

    private OnnxValue Functional(RecordedOperation operation)
    {
        var (name, x, a) = (operation.Name, X(operation), operation.Arguments);
        switch (operation.Function)
        {
            case "Tile":
                long[] repeats = [.. a.Select(static item => (long)item!)];
                var padded = x;
                while (padded.Rank < repeats.Length)
                {
                    padded = graph.Unsqueeze($"{name}/Unsqueeze", padded, 0);
                }

                repeats = [.. Enumerable.Repeat(1L, padded.Rank - repeats.Length), .. repeats];
                return graph.Operator("Tile", name, [padded, graph.Numbers(repeats)], x.ElementType, Shape(operation));
            case "Tril" or "Triu":
                return graph.Opset < 14
                    ? throw new OnnxExportException($"{name}: {operation.Function} needs operator set 14.")
                    : graph.Operator(
                        "Trilu",
                        name,
                        [x, graph.Number(name, (long)a[0]!, OnnxElementType.Int64)],
                        x.ElementType,
                        x.Shape,
                        OnnxAttributes.Make("upper", operation.Function == "Triu" ? 1L : 0L));
            case "PixelShuffle":
                return graph.Operator(
                    "DepthToSpace",
                    name,
                    [x],
                    x.ElementType,
                    Shape(operation),
                    OnnxAttributes.Make("blocksize", (long)a[0]!),
                    OnnxAttributes.Make("mode", "CRD"));
            case "Scatter":
                return Scatter(operation, x);
            case "Gather":
                return graph.Operator(
                    "GatherElements",
                    name,
                    [x, X(operation, 1)],
                    x.ElementType,
                    Shape(operation),
                    OnnxAttributes.Make("axis", Axis(operation)));
            case "Embedding":
                return graph.Operator(
                    "Gather", name, [X(operation, 1), x], Type(operation), Shape(operation), OnnxAttributes.Make("axis", 0L));
            case "Einsum":
                return graph.Operator(
                    "Einsum",
                    name,
                    [.. operation.Inputs.Select(input => Values[input.Value!.Value])],
                    Type(operation),
                    Shape(operation),
                    OnnxAttributes.Make("equation", (string)a[0]!));
            case "Linear":
                var product = graph.Matmul(
                    operation.Inputs.Count > 2 ? $"{name}/MatMul" : name, x, graph.Transpose($"{name}/Transpose", X(operation, 1), -2, -1));
                return operation.Inputs.Count > 2 ? graph.Add(name, product, X(operation, 2)) : product;
            case "LayerNorm":
                return FunctionalLayerNorm(operation, x);
            case "Conv" or "ConvTranspose":
                return FunctionalConvolution(operation, x);
            case "Prod":
                return graph.Prod(name, x, (long[])a[0]!, (bool)a[1]!);
            case "Var":
                return Variance(name, x, (long[])a[0]!, (bool)a[1]!, (bool)a[2]!);
            case "Std":
                return graph.Sqrt(name, Variance($"{name}/Var", x, (long[])a[0]!, (bool)a[1]!, (bool)a[2]!));
            case "Amin":
                return graph.Amin(name, x, (long[])a[0]!, (bool)a[1]!);
            default:
                throw new OnnxExportException($"{name}: {operation.Function} cannot be exported.");
        }
    }

    private OnnxValue MaxPool3d(RecordedOperation operation)
    {
        var a = operation.Arguments;
        return graph.MaxPool3d(
            operation.Name, X(operation), (long[])a[0]!, (long[]?)a[1], (long[]?)a[2], (long[]?)a[3], (bool)a[4]!);
    }

    private OnnxValue AvgPool3d(RecordedOperation operation)
    {
        var a = operation.Arguments;
        return graph.AvgPool3d(
            operation.Name, X(operation), (long[])a[0]!, (long[]?)a[1], (long[]?)a[2], (bool)a[3]!, (bool)a[4]!, (long?)a[5]);
    }
}
