using DtcGen.Onnx.Proto;
using DtcGen.Recording;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace DtcGen.Onnx;

// Convolutions and normalisations.
internal sealed partial class RecordedOperations
{
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
        var (stride, pads, dilation) = (Each(a[0], 1), Each(a[1], 0), Each(a[2], 1));
        AttributeProto[] attributes =
        [
            OnnxAttributes.Make("strides", stride),
            OnnxAttributes.Make("pads", pads.Concat(pads)),
            OnnxAttributes.Make("dilations", dilation),
            OnnxAttributes.Make("group", (long)a[3]!),
        ];
        if (operation.Function == "ConvTranspose")
        {
            var kernel = recorded.Main.Values[operation.Inputs[1].Value!.Value].Sizes[2..];
            attributes = [.. attributes, OnnxAttributes.Make("output_padding", AddedAtTheEnd(operation, kernel, stride, pads, dilation))];
        }

        return graph.Operator(
            operation.Function,
            operation.Name,
            [.. operation.Inputs.Select(input => Values[input.Value!.Value])],
            x.ElementType,
            Shape(operation),
            attributes);
    }

    // What TorchSharp really adds at the end is told by the sizes.
    private long[] AddedAtTheEnd(RecordedOperation operation, long[] kernel, long[] stride, long[] pads, long[] dilation)
    {
        var (from, to) = (recorded.Main.Values[operation.Inputs[0].Value!.Value].Sizes, recorded.Main.Values[operation.Output].Sizes);
        return
        [
            .. Enumerable.Range(0, kernel.Length)
                .Select(d => to[d + 2] - (((from[d + 2] - 1) * stride[d]) - (2 * pads[d]) + (dilation[d] * (kernel[d] - 1)) + 1))
        ];
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

        var extra = AddedAtTheEnd(operation, kernel, stride, pads, dilation);
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
}
