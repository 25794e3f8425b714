using static TorchSharp.torch;

namespace DtcGen.Onnx;

// Normalisation, as in evaluation mode.
public sealed partial class OnnxGraph
{
    /// <summary>BatchNorm1d and BatchNorm2d with their running statistics.</summary>
    /// <param name="name">The layer's name; the parameters become <c>name.weight</c>, <c>name.bias</c>,
    /// <c>name.running_mean</c> and <c>name.running_var</c>.</param>
    /// <param name="input">Shape [batch, channels, *].</param>
    /// <param name="running_mean">Shape [channels].</param>
    /// <param name="running_var">Shape [channels].</param>
    /// <param name="weight">Shape [channels], or null for ones.</param>
    /// <param name="bias">Shape [channels], or null for zeros.</param>
    /// <param name="eps">Added to the variance.</param>
    /// <exception cref="OnnxExportException">There are no running statistics, so that the layer computes from the batch
    /// at hand even in evaluation mode.</exception>
    public OnnxValue BatchNorm(
        string name,
        OnnxValue input,
        Tensor? running_mean,
        Tensor? running_var,
        Tensor? weight = null,
        Tensor? bias = null,
        double eps = 1e-5)
    {
        NeedFloating(input, name);
        if (running_mean is null || running_var is null)
        {
            throw new OnnxExportException(
                $"{name} has no running statistics, so each output depends on the whole batch. Make it with track_running_stats: true.");
        }

        var channels = running_mean.numel();
        if (input.Rank < 2 || (input.Shape[1].Value is long given && given != channels))
        {
            throw new OnnxExportException($"{name}: statistics of {channels} channels cannot take {input}.");
        }

        OnnxValue[] operands =
        [
            input,
            ParameterOr(1, channels, $"{name}.weight", weight, input.ElementType),
            ParameterOr(0, channels, $"{name}.bias", bias, input.ElementType),
            Parameter($"{name}.running_mean", running_mean),
            Parameter($"{name}.running_var", running_var),
        ];
        return Node("BatchNormalization", name, operands, input.ElementType, input.Shape, OnnxAttributes.Make("epsilon", eps));
    }

    /// <summary><c>functional.layer_norm</c>: a node of its own from opset 17, spelt out below it.</summary>
    /// <param name="name">The layer's name; the parameters become <c>name.weight</c> and <c>name.bias</c>.</param>
    /// <param name="input">Shape [*, normalized_shape].</param>
    /// <param name="normalized_shape">The last dimensions, over which mean and variance are taken.</param>
    /// <param name="weight">Shape normalized_shape, or null for ones.</param>
    /// <param name="bias">Shape normalized_shape, or null for zeros.</param>
    /// <param name="eps">Added to the variance.</param>
    public OnnxValue LayerNorm(
        string name, OnnxValue input, long[] normalized_shape, Tensor? weight = null, Tensor? bias = null, double eps = 1e-5)
    {
        NeedFloating(input, name);
        var count = normalized_shape.Length;
        if (count == 0 || input.Rank < count
            || !input.Shape.TakeLast(count).Zip(normalized_shape).All(static p => p.First.Value is null || p.First.Value == p.Second))
        {
            throw new OnnxExportException($"{name}: a normalized_shape of [{string.Join(", ", normalized_shape)}] cannot take {input}.");
        }

        if (Opset >= 17)
        {
            var scale = weight is null ? Filled(1, normalized_shape, input.ElementType) : Parameter($"{name}.weight", weight);
            return Node(
                "LayerNormalization",
                name,
                [input, scale, OptionalParameter($"{name}.bias", bias)],
                input.ElementType,
                input.Shape,
                OnnxAttributes.Make("axis", (long)-count),
                OnnxAttributes.Make("epsilon", eps));
        }

        long[] axes = [.. Enumerable.Range(input.Rank - count, count).Select(static a => (long)a)];
        var mean = Mean($"{name}/Mean", input, axes, keepdim: true);
        var centred = Sub($"{name}/Sub", input, mean);
        var variance = Mean($"{name}/Variance", Mul($"{name}/Square", centred, centred), axes, keepdim: true);
        var deviation = Sqrt($"{name}/Sqrt", Add($"{name}/Epsilon", variance, eps));
        var normal = Div(weight is null && bias is null ? name : $"{name}/Div", centred, deviation);
        return Affine(
            name,
            normal,
            weight is null ? null : Parameter($"{name}.weight", weight),
            bias is null ? null : Parameter($"{name}.bias", bias));
    }

    /// <summary><c>functional.group_norm</c>.</summary>
    /// <param name="name">The layer's name; the parameters become <c>name.weight</c> and <c>name.bias</c>.</param>
    /// <param name="input">Shape [batch, channels, *].</param>
    /// <param name="num_groups">Into how many groups the channels fall; each is normalised by itself.</param>
    /// <param name="weight">Shape [channels], or null for ones.</param>
    /// <param name="bias">Shape [channels], or null for zeros.</param>
    /// <param name="eps">Added to the variance.</param>
    public OnnxValue GroupNorm(string name, OnnxValue input, long num_groups, Tensor? weight = null, Tensor? bias = null, double eps = 1e-5)
    {
        NeedFloating(input, name);
        if (input.Rank < 2 || input.Shape[1].Value is not long channels || num_groups < 1 || channels % num_groups != 0)
        {
            throw new OnnxExportException($"{name}: {num_groups} groups cannot take {input}.");
        }

        // A group as one instance channel; what follows scales the channels themselves.
        var grouped = Reshape($"{name}/Group", input, input.Shape[0], num_groups, -1);
        OnnxValue[] operands = [grouped, Filled(1, [num_groups], input.ElementType), Filled(0, [num_groups], input.ElementType)];
        var normal = Node(
            "InstanceNormalization",
            $"{name}/InstanceNormalization",
            operands,
            input.ElementType,
            grouped.Shape,
            OnnxAttributes.Make("epsilon", eps));
        var back = Reshape(weight is null && bias is null ? name : $"{name}/Ungroup", normal, input.Shape);
        return Affine(
            name, back, ChannelParameter($"{name}.weight", weight, input.Rank), ChannelParameter($"{name}.bias", bias, input.Rank));
    }

    private OnnxValue Affine(string name, OnnxValue normal, OnnxValue? weight, OnnxValue? bias)
    {
        var scaled = weight is null ? normal : Mul(bias is null ? name : $"{name}/Mul", normal, weight);
        return bias is null ? scaled : Add(name, scaled, bias);
    }

    /// <summary>One number for each channel, shaped to broadcast over what is behind.</summary>
    private OnnxValue? ChannelParameter(string name, Tensor? tensor, int rank) => tensor is null ? null
        : rank == 2 ? Parameter(name, tensor)
        : Parameter(name, tensor, $"rank{rank - 1}", t => t.reshape([t.numel(), .. Enumerable.Repeat(1L, rank - 2)]));

    private OnnxValue ParameterOr(double value, long count, string name, Tensor? tensor, OnnxElementType type)
        => tensor is null ? Filled(value, [count], type) : Parameter(name, tensor);

    /// <summary>A tensor of one number throughout.</summary>
    private OnnxValue Filled(double value, long[] shape, OnnxElementType type)
    {
        var count = checked((int)shape.Aggregate(1L, static (a, b) => a * b));
        return Constant(
            $"filled {type} {value} {string.Join(' ', shape)}",
            "filled",
            n => TensorData.Make(n, type, shape, [.. Enumerable.Repeat(TensorData.Scalar(type, value), count).SelectMany(static b => b)]));
    }
}
