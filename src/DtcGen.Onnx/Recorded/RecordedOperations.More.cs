using DtcGen.Generators.Reading.Graph;
using DtcGen.Onnx.Proto;
using DtcGen.Recording;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

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
        OperatorKind.ReadSize => [],
        _ => throw new OnnxExportException($"{operation.Name}: {operation.Kind} {operation.Function} cannot be exported."),
    };

    private OnnxValue X(RecordedOperation operation, int place = 0) => Values[operation.Inputs[place].Value!.Value];

    private OnnxElementType Type(RecordedOperation operation, int output = 0)
        => OnnxElementTypes.Of(recorded.Main.Values[operation.Output + output].Type);

    // The sizes of a result, an open one by the name that it has in an operand.
    private OnnxDimension[] Shape(RecordedOperation operation, int output = 0)
    {
        var value = operation.Output + output;
        var sizes = recorded.Main.Values[value].Sizes;
        return [.. sizes.Select((size, d) => IsOpen(value, d) ? Named(operation, value, d) : size)];
    }

    private OnnxDimension Named(RecordedOperation operation, int value, int dimension)
    {
        foreach (var input in operation.Inputs.Where(static input => input.Value is not null).Select(static input => input.Value!.Value))
        {
            for (var d = 0; d < recorded.Main.Values[input].Sizes.Length; d++)
            {
                if (IsOpen(input, d) && HasSize(input, d, value, dimension))
                {
                    return Values[input].Shape[d];
                }
            }
        }

        return graph.Unknown();
    }

    private bool HasSize(int one, int d, int other, int e)
        => recorded.Main.Values[one].Sizes[d] == recorded.Main.Values[other].Sizes[e]
            && recorded.First.Values[one].Sizes[d] == recorded.First.Values[other].Sizes[e];

    private long Axis(RecordedOperation operation, int argument = 0)
    {
        var axis = (long)operation.Arguments[argument]!;
        return axis < 0 ? axis + X(operation).Rank : axis;
    }

    // An operand, of another operand's type where it is a number.
    private OnnxValue Operand(RecordedOperation operation, int place, OnnxElementType type)
    {
        var input = operation.Inputs[place];
        return input.Value is { } value ? graph.CastTo($"{operation.Name}/Cast", Values[value], type) : graph.Number(input.Number, type);
    }

    private OnnxValue Unary(RecordedOperation operation)
    {
        var (name, x) = (operation.Name, X(operation));
        switch (operation.Function)
        {
            case "GeluTanh":
                if (graph.Opset >= 20)
                {
                    return graph.Operator("Gelu", name, [x], x.ElementType, x.Shape, OnnxAttributes.Make("approximate", "tanh"));
                }

                var cubed = graph.Mul($"{name}/Cube", graph.Mul($"{name}/Square", x, x), x);
                var inner = graph.Mul(
                    $"{name}/Scale", graph.Add($"{name}/Add", x, graph.Mul($"{name}/Mul", cubed, 0.044715)), Math.Sqrt(2 / Math.PI));
                return graph.Mul(name, graph.Mul($"{name}/Half", x, 0.5), graph.Add($"{name}/One", graph.Tanh($"{name}/Tanh", inner), 1.0));
            case "LogSigmoid":
                var smooth = graph.Operator("Softplus", $"{name}/Softplus", [graph.Neg($"{name}/Neg", x)], x.ElementType, x.Shape);
                return graph.Neg(name, smooth);
            case "Celu":
                return graph.Operator(
                    "Celu", name, [x], x.ElementType, x.Shape, OnnxAttributes.Make("alpha", (double)operation.Arguments[0]!));
            default:
                return graph.Operator(operation.Function, name, [x], Type(operation), x.Shape);
        }
    }

    private OnnxValue Binary(RecordedOperation operation)
    {
        var types = operation.Inputs
            .Where(static input => input.Value is not null)
            .Select(input => Values[input.Value!.Value].ElementType)
            .ToArray();
        var type = types.Aggregate(OnnxElementTypes.Promote);
        if (!type.IsFloating() && operation.Inputs.Any(static input => input.Value is null && !double.IsInteger(input.Number)))
        {
            type = OnnxElementType.Float;
        }

        OnnxValue?[] operands = [Operand(operation, 0, type), Operand(operation, 1, type)];
        if (operation.Function == "NotEqual")
        {
            var equal = graph.Operator("Equal", $"{operation.Name}/Equal", operands, OnnxElementType.Bool, Shape(operation));
            return graph.Operator("Not", operation.Name, [equal], OnnxElementType.Bool, equal.Shape);
        }

        return graph.Operator(operation.Function, operation.Name, operands, Type(operation), Shape(operation));
    }

    private OnnxValue Where(RecordedOperation operation)
    {
        var type = Type(operation);
        var condition = graph.CastTo($"{operation.Name}/Cast", X(operation), OnnxElementType.Bool);
        return operation.Function == "masked_fill"
            ? graph.Operator(
                "Where", operation.Name, [condition, Operand(operation, 2, type), Operand(operation, 1, type)], type, Shape(operation))
            : graph.Operator(
                "Where", operation.Name, [condition, Operand(operation, 1, type), Operand(operation, 2, type)], type, Shape(operation));
    }

    private OnnxValue Expand(RecordedOperation operation, OnnxValue input)
    {
        var from = operation.Inputs.Count == 0 ? null : operation.Inputs[0].Value;
        var sizes = recorded.Main.Values[operation.Output].Sizes;
        var offset = sizes.Length - input.Rank;

        // A 1 leaves a dimension as it is.
        bool IsKept(int d) => from is { } value && d >= offset && HasSize(value, d - offset, operation.Output, d);
        return graph.Operator("Expand", operation.Name, [input, Sizes(operation, IsKept)], input.ElementType, Shape(operation));
    }

    // The sizes of a result as a value of the graph: a 1 where it does not matter, numbers, and multiples of the model's open inputs.
    private OnnxValue Sizes(RecordedOperation operation, Func<int, bool> isOne)
    {
        var sizes = recorded.Main.Values[operation.Output].Sizes;
        var parts = new List<OnnxValue>();
        var numbers = new List<long>();
        for (var d = 0; d < sizes.Length; d++)
        {
            if (isOne(d) || !IsOpen(operation.Output, d))
            {
                numbers.Add(isOne(d) ? 1 : sizes[d]);
                continue;
            }

            Flush();
            parts.Add(OpenSize(operation, d));
        }

        Flush();
        return parts.Count == 1
            ? parts[0]
            : graph.Operator(
                "Concat", $"{operation.Name}/Sizes", parts, OnnxElementType.Int64, [sizes.Length], OnnxAttributes.Make("axis", 0L));

        void Flush()
        {
            if (numbers.Count > 0)
            {
                parts.Add(graph.Numbers([.. numbers]));
                numbers.Clear();
            }
        }
    }

    private OnnxValue OpenSize(RecordedOperation operation, int dimension)
    {
        var (size, first) = (recorded.Main.Values[operation.Output].Sizes[
            dimension], recorded.First.Values[operation.Output].Sizes[dimension]);
        for (var input = 0; input < recorded.Inputs.Count; input++)
        {
            for (var d = 0; d < recorded.Main.Values[input].Sizes.Length; d++)
            {
                var (open, firstOpen) = (recorded.Main.Values[input].Sizes[d], recorded.First.Values[input].Sizes[d]);
                if (!IsOpen(input, d) || open == 0 || size % open != 0 || first != firstOpen * (size / open))
                {
                    continue;
                }

                var shape = graph.Operator(
                    "Shape", $"{operation.Name}/Shape", [Values[input]], OnnxElementType.Int64, [Values[input].Rank]);
                var one = graph.Operator(
                    "Gather",
                    $"{operation.Name}/Gather",
                    [shape, graph.Numbers(d)],
                    OnnxElementType.Int64,
                    [1],
                    OnnxAttributes.Make("axis", 0L));
                return size == open
                    ? one
                    : graph.Operator("Mul", $"{operation.Name}/Mul", [one, graph.Numbers(size / open)], OnnxElementType.Int64, [1]);
            }
        }

        throw new OnnxExportException(
            $"{operation.Name}: dimension {dimension} is no multiple of a dimension of the inputs that is open. Describe the input with fixed sizes.");
    }

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
                        [graph.CastTo($"{name}/Cast", x, Type(operation)), graph.Number(axis, OnnxElementType.Int64)],
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
            case "Norm":
                return [Norm(name, x, axis, (double)a[1]!, (bool)a[2]!)];
            case "Normalize":
                return [
                    graph.Div(name, x, graph.Clamp($"{name}/Clip", Norm($"{name}/Norm", x, axis, (double)a[1]!, keep: true), (double)a[2]!))
                ];
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

    private OnnxValue Norm(string name, OnnxValue x, long axis, double p, bool keep) => p switch
    {
        2 => graph.Sqrt(name, graph.Sum($"{name}/Sum", graph.Mul($"{name}/Square", x, x), [axis], keep)),
        1 => graph.Sum(name, graph.Abs($"{name}/Abs", x), [axis], keep),
        _ => throw new OnnxExportException($"{name}: a norm of order {p} cannot be exported."),
    };

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
            case "Roll":
                return Rolled(name, x, (long[])a[0]!, (long[])a[1]!);
            case "Tril" or "Triu":
                return graph.Opset < 14
                    ? throw new OnnxExportException($"{name}: {operation.Function} needs operator set 14.")
                    : graph.Operator(
                        "Trilu",
                        name,
                        [x, graph.Number((long)a[0]!, OnnxElementType.Int64)],
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
            case "Conv1d" or "Conv2d":
                return FunctionalConvolution(operation, x);
            case "MaskedAttention":
                return graph.ScaledDotProductAttention(name, x, X(operation, 1), X(operation, 2), X(operation, 3));
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

    private OnnxValue Rolled(string name, OnnxValue x, long[] shifts, long[] dimensions)
    {
        for (var i = 0; i < shifts.Length; i++)
        {
            var axis = (int)(dimensions[i] < 0 ? dimensions[i] + x.Rank : dimensions[i]);
            var shift = x.Shape[axis].Value is { } size and > 0 ? ((shifts[i] % size) + size) % size : shifts[i];
            if (shift == 0)
            {
                continue;
            }

            // By a positive number: the last ones come first.
            var head = graph.Slice($"{name}/Slice", x, axis, -shift, long.MaxValue, 1);
            var tail = graph.Slice($"{name}/Slice", x, axis, shift > 0 ? 0 : 0, -shift, 1);
            x = graph.Cat(i == shifts.Length - 1 ? name : $"{name}/Concat", [head, tail], axis) with { Shape = x.Shape };
        }

        return x;
    }

    private OnnxValue FunctionalLayerNorm(RecordedOperation operation, OnnxValue x)
    {
        var (name, shape, eps) = (operation.Name, (long[])operation.Arguments[0]!, (double)operation.Arguments[1]!);
        long[] axes = [.. Enumerable.Range(x.Rank - shape.Length, shape.Length).Select(static axis => (long)axis)];
        var centred = graph.Sub($"{name}/Sub", x, graph.Mean($"{name}/Mean", x, axes, keepdim: true));
        var variance = graph.Mean($"{name}/Variance", graph.Mul($"{name}/Square", centred, centred), axes, keepdim: true);
        var normal = graph.Div($"{name}/Div", centred, graph.Sqrt($"{name}/Sqrt", graph.Add($"{name}/Epsilon", variance, eps)));
        for (var i = 1; i < operation.Inputs.Count; i++)
        {
            var isWeight = i == 1 && (bool)operation.Arguments[2]!;
            normal = isWeight ? graph.Mul($"{name}/Mul", normal, X(operation, i)) : graph.Add($"{name}/Add", normal, X(operation, i));
        }

        return normal;
    }

    private OnnxValue FunctionalConvolution(RecordedOperation operation, OnnxValue x)
    {
        var a = operation.Arguments;
        var space = x.Rank - 2;
        long[] Each(object? sizes, long otherwise)
            => sizes is long[] given
                ? given.Length == 1 ? [.. Enumerable.Repeat(given[0], space)] : given
                : [.. Enumerable.Repeat(otherwise, space)];
        var pads = Each(a[1], 0);
        return graph.Operator(
            "Conv",
            operation.Name,
            [.. operation.Inputs.Select(input => Values[input.Value!.Value])],
            x.ElementType,
            Shape(operation),
            OnnxAttributes.Make("strides", Each(a[0], 1)),
            OnnxAttributes.Make("pads", pads.Concat(pads)),
            OnnxAttributes.Make("dilations", Each(a[2], 1)),
            OnnxAttributes.Make("group", (long)a[3]!));
    }

    private OnnxValue Convolution(RecordedOperation operation, Convolution layer)
    {
        var (name, x) = (operation.Name, X(operation));
        if (layer.padding_mode is not (PaddingModes.Zeros or PaddingModes.Constant) || layer.padding_type is not null and not Padding.Valid)
        {
            throw new OnnxExportException($"{name}: this padding of a {layer.GetType().Name} cannot be exported.");
        }

        var space = x.Rank - 2;
        long[] Each(long[]? sizes) => sizes is null ? new long[space] : sizes.Length == 1 ? [.. Enumerable.Repeat(sizes[0], space)] : sizes;
        var (kernel, stride, pads, dilation) = (layer.weight.shape[2..], Each(layer.stride), Each(layer.padding), Each(layer.dilation));
        OnnxValue?[] operands = [
            x, graph.Parameter($"{name}.weight", layer.weight), layer.bias is null ? null : graph.Parameter($"{name}.bias", layer.bias)
        ];
        AttributeProto[] attributes =
        [
            OnnxAttributes.Make("kernel_shape", kernel),
            OnnxAttributes.Make("strides", stride),
            OnnxAttributes.Make("pads", pads.Concat(pads)),
            OnnxAttributes.Make("dilations", dilation),
            OnnxAttributes.Make("group", layer.groups),
        ];
        if (!layer.transposed)
        {
            return graph.Operator("Conv", name, operands, x.ElementType, Shape(operation), attributes);
        }

        // What TorchSharp really adds at the end is told by the sizes.
        var (from, to) = (recorded.Main.Values[operation.Inputs[0].Value!.Value].Sizes, recorded.Main.Values[operation.Output].Sizes);
        long[] extra = [
            .. Enumerable.Range(0, space)
                .Select(d => to[d + 2] - (((from[d + 2] - 1) * stride[d]) - (2 * pads[d]) + (dilation[d] * (kernel[d] - 1)) + 1))
        ];
        return graph.Operator(
            "ConvTranspose",
            name,
            operands,
            x.ElementType,
            Shape(operation),
            [.. attributes, OnnxAttributes.Make("output_padding", extra)]);
    }

    private OnnxValue InstanceNorm(RecordedOperation operation, InstanceNorm layer)
    {
        var (name, x) = (operation.Name, X(operation));
        if (layer.track_running_stats)
        {
            return graph.BatchNorm(name, x, layer);
        }

        using var scope = NewDisposeScope();
        var channels = recorded.Main.Values[operation.Inputs[0].Value!.Value].Sizes[1];
        var type = recorded.Main.Values[operation.Output].Type;
        var scale = graph.Parameter($"{name}.weight", layer.weight ?? (Tensor)ones(channels, type));
        var shift = graph.Parameter($"{name}.bias", layer.bias ?? (Tensor)zeros(channels, type));
        return graph.Operator(
            "InstanceNormalization", name, [x, scale, shift], x.ElementType, x.Shape, OnnxAttributes.Make("epsilon", layer.eps));
    }

    private OnnxValue Interpolate(RecordedOperation operation)
    {
        var (name, x) = (operation.Name, X(operation));
        var (factors, corners) = ((double[]?)operation.Arguments[0], (bool)operation.Arguments[2]!);
        var space = x.Rank - 2;
        AttributeProto[] attributes = operation.Function switch
        {
            "Nearest"
                => [
                    OnnxAttributes.Make("mode", "nearest"), OnnxAttributes.Make("coordinate_transformation_mode", "asymmetric"),
                    OnnxAttributes.Make("nearest_mode", "floor")
                ],
            "Linear" or "Bilinear" or "Trilinear"
                => [
                    OnnxAttributes.Make("mode", "linear"),
                    OnnxAttributes.Make("coordinate_transformation_mode", corners ? "align_corners" : "half_pixel")
                ],
            "Bicubic"
                => [
                    OnnxAttributes.Make("mode", "cubic"),
                    OnnxAttributes.Make("coordinate_transformation_mode", corners ? "align_corners" : "half_pixel"),
                    OnnxAttributes.Make("cubic_coeff_a", -0.75)
                ],
            _ => throw new OnnxExportException($"{name}: interpolation by {operation.Function} cannot be exported."),
        };
        if (factors is not null)
        {
            float[] scales = [
                1, 1, .. (factors.Length == 1 ? Enumerable.Repeat(factors[0], space) : factors).Select(static factor => (float)factor)
            ];
            return graph.Operator("Resize", name, [x, null, graph.Scales(scales)], x.ElementType, Shape(operation), attributes);
        }

        return graph.Operator(
            "Resize", name, [x, null, null, Sizes(operation, static _ => false)], x.ElementType, Shape(operation), attributes);
    }

    private OnnxValue Pad(RecordedOperation operation)
    {
        var (name, x) = (operation.Name, X(operation));
        var given = (long[])operation.Arguments[0]!;
        var mode = operation.Function switch
        {
            "Constant" or "Zeros" => "constant",
            "Reflect" => "reflect",
            "Replicate" => "edge",
            _ => throw new OnnxExportException($"{name}: padding by {operation.Function} cannot be exported."),
        };
        var (begin, end) = (new long[x.Rank], new long[x.Rank]);
        for (var i = 0; i < given.Length / 2; i++)
        {
            // The last dimension comes first.
            (begin[x.Rank - 1 - i], end[x.Rank - 1 - i]) = (given[2 * i], given[(2 * i) + 1]);
        }

        return graph.Operator(
            "Pad",
            name,
            [
                x, graph.Numbers([.. begin, .. end]),
                graph.Number(Convert.ToDouble(operation.Arguments[1]!, System.Globalization.CultureInfo.InvariantCulture), x.ElementType)
            ],
            x.ElementType,
            Shape(operation),
            OnnxAttributes.Make("mode", mode));
    }
}
