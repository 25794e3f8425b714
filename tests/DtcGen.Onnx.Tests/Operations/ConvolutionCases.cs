using TorchSharp;
using static TorchSharp.torch;

namespace DtcGen.Onnx.Tests;

/// <summary>Convolutions and poolings.</summary>
internal static class ConvolutionCases
{
    public static IEnumerable<OperationCase> All() => Convolutions().Concat(Poolings());

    private static IEnumerable<OperationCase> Convolutions()
    {
        var bias = FullyConnectedCases.Numbers(6);
        var w1 = FullyConnectedCases.Numbers(6, 4, 3);
        yield return new("Conv1d", [4, 9], (g, x) => g.Conv1d("c", x, w1, bias), x => Reference.conv1d(x, w1, bias));
        yield return new(
            "Conv1d strided", [4, 9], (g, x) => g.Conv1d("c", x, w1, bias, 2, 2, 2), x => Reference.conv1d(x, w1, bias, 2, 2, 2));
        var w1Even = FullyConnectedCases.Numbers(6, 4, 4);
        yield return new(
            "Conv1d same", [4, 9], (g, x) => g.Conv1d("c", x, w1Even, null, Padding.Same), x => Reference.conv1d(Zeros(x, 1, 2), w1Even));
        yield return new(
            "Conv1d circular",
            [4, 9],
            (g, x) => g.Conv1d("c", x, w1, bias, 1, 2, padding_mode: PaddingModes.Circular),
            x => Reference.conv1d(Reference.pad(x, [2, 2], PaddingModes.Circular), w1, bias));

        var w2 = FullyConnectedCases.Numbers(6, 4, 3, 2);
        yield return new("Conv2d", [4, 7, 8], (g, x) => g.Conv2d("c", x, w2, bias), x => Reference.conv2d(x, w2, bias));
        yield return new("Conv2d without bias", [4, 7, 8], (g, x) => g.Conv2d("c", x, w2), x => Reference.conv2d(x, w2));
        yield return new(
            "Conv2d strided",
            [4, 7, 8],
            (g, x) => g.Conv2d("c", x, w2, bias, [2, 3], [1, 2], [2, 1]),
            x => Reference.conv2d(x, w2, bias, [2, 3], [1, 2], [2, 1]));
        yield return new(
            "Conv2d valid", [4, 7, 8], (g, x) => g.Conv2d("c", x, w2, bias, Padding.Valid), x => Reference.conv2d(x, w2, bias));
        yield return new(
            "Conv2d same",
            [4, 7, 8],
            (g, x) => g.Conv2d("c", x, w2, bias, Padding.Same, dilation: [2, 3]),
            x => Reference.conv2d(Zeros(x, 1, 2, 2, 2), w2, bias, dilation: [2, 3]));
        yield return new(
            "Conv2d reflect",
            [4, 7, 8],
            (g, x) => g.Conv2d("c", x, w2, bias, null, [2, 1], padding_mode: PaddingModes.Reflect),
            x => Reference.conv2d(Reference.pad(x, [1, 1, 2, 2], PaddingModes.Reflect), w2, bias));
        yield return new(
            "Conv2d replicate",
            [4, 7, 8],
            (g, x) => g.Conv2d("c", x, w2, bias, null, [2, 1], padding_mode: PaddingModes.Replicate),
            x => Reference.conv2d(Reference.pad(x, [1, 1, 2, 2], PaddingModes.Replicate), w2, bias));
        yield return new(
            "Conv2d circular",
            [4, 7, 8],
            (g, x) => g.Conv2d("c", x, w2, bias, null, [2, 1], padding_mode: PaddingModes.Circular),
            x => Reference.conv2d(Reference.pad(x, [1, 1, 2, 2], PaddingModes.Circular), w2, bias));

        var grouped = FullyConnectedCases.Numbers(6, 2, 3, 3);
        yield return new(
            "Conv2d grouped",
            [4, 7, 8],
            (g, x) => g.Conv2d("c", x, grouped, bias, null, [1, 1], null, 2),
            x => Reference.conv2d(x, grouped, bias, null, [1, 1], null, 2));
        var depthwise = FullyConnectedCases.Numbers(4, 1, 3, 3);
        yield return new(
            "Conv2d depthwise",
            [4, 7, 8],
            (g, x) => g.Conv2d("c", x, depthwise, null, [2, 2], [1, 1], null, 4),
            x => Reference.conv2d(x, depthwise, null, [2, 2], [1, 1], null, 4));
    }

    private static IEnumerable<OperationCase> Poolings()
    {
        yield return new("MaxPool1d", [3, 9], (g, x) => g.MaxPool1d("p", x, [2]), static x => Reference.max_pool1d(x, 2));
        yield return new(
            "MaxPool1d all settings",
            [3, 9],
            (g, x) => g.MaxPool1d("p", x, [3], [2], [1], [2], true),
            static x => Reference.max_pool1d(x, 3, 2, 1, 2, true));
        yield return new("MaxPool2d", [3, 8, 7], (g, x) => g.MaxPool2d("p", x, [2, 2]), static x => Reference.max_pool2d(x, [2, 2]));
        yield return new(
            "MaxPool2d all settings",
            [3, 8, 7],
            (g, x) => g.MaxPool2d("p", x, [3, 2], [2, 3], [1, 1], [1, 2]),
            static x => Reference.max_pool2d(x, [3, 2], [2, 3], [1, 1], [1, 2]));
        yield return new(
            "MaxPool2d ceil",
            [3, 8, 7],
            (g, x) => g.MaxPool2d("p", x, [3, 2], [3, 3], null, null, true),
            static x => Reference.max_pool2d(x, [3, 2], [3, 3], null, null, true));
        yield return new(
            "MaxPool2d ceil padded",
            [3, 8, 7],
            (g, x) => g.MaxPool2d("p", x, [2, 2], [2, 2], [1, 1], null, true),
            static x => Reference.max_pool2d(x, [2, 2], [2, 2], [1, 1], null, true));
        yield return new("AvgPool1d", [3, 9], (g, x) => g.AvgPool1d("p", x, [2]), static x => Reference.avg_pool1d(x, 2));
        yield return new(
            "AvgPool1d all settings",
            [3, 9],
            (g, x) => g.AvgPool1d("p", x, [4], [3], [1], true, false),
            static x => Reference.avg_pool1d(x, 4, 3, 1, true, false));
        yield return new("AvgPool2d", [3, 8, 7], (g, x) => g.AvgPool2d("p", x, [2, 3]), static x => Reference.avg_pool2d(x, [2, 3]));
        yield return new(
            "AvgPool2d padded",
            [3, 8, 7],
            (g, x) => g.AvgPool2d("p", x, [3, 3], [2, 2], [1, 1]),
            static x => Reference.avg_pool2d(x, [3, 3], [2, 2], [1, 1]));
        yield return new(
            "AvgPool2d without padding counted",
            [3, 8, 7],
            (g, x) => g.AvgPool2d("p", x, [3, 3], [2, 2], [1, 1], false, false),
            static x => Reference.avg_pool2d(x, [3, 3], [2, 2], [1, 1], false, false));
        yield return new(
            "AvgPool2d ceil",
            [3, 8, 7],
            (g, x) => g.AvgPool2d("p", x, [3, 3], [2, 2], null, true),
            static x => Reference.avg_pool2d(x, [3, 3], [2, 2], null, true));
        yield return new(
            "AvgPool2d ceil padded",
            [3, 8, 8],
            (g, x) => g.AvgPool2d("p", x, [3, 3], [2, 2], [1, 1], true),
            static x => Reference.avg_pool2d(x, [3, 3], [2, 2], [1, 1], true));
        yield return new(
            "AvgPool2d ceil padding not counted",
            [3, 8, 8],
            (g, x) => g.AvgPool2d("p", x, [3, 3], [2, 2], [1, 1], true, false),
            static x => Reference.avg_pool2d(x, [3, 3], [2, 2], [1, 1], true, false));
        yield return new(
            "AvgPool2d divisor",
            [3, 8, 8],
            (g, x) => g.AvgPool2d("p", x, [3, 3], [2, 2], [1, 1], true, true, 5),
            static x => Reference.avg_pool2d(x, [3, 3], [2, 2], [1, 1], true, true, 5));
        yield return new(
            "AdaptiveAvgPool1d", [3, 9], (g, x) => g.AdaptiveAvgPool1d("p", x, 4), static x => Reference.adaptive_avg_pool1d(x, 4));
        yield return new(
            "AdaptiveAvgPool2d global",
            [3, 8, 7],
            (g, x) => g.AdaptiveAvgPool2d("p", x, 1),
            static x => Reference.adaptive_avg_pool2d(x, [1, 1]));
        yield return new(
            "AdaptiveAvgPool2d even",
            [3, 8, 6],
            (g, x) => g.AdaptiveAvgPool2d("p", x, 4, 2),
            static x => Reference.adaptive_avg_pool2d(x, [4, 2]));
        yield return new(
            "AdaptiveAvgPool2d uneven",
            [3, 8, 7],
            (g, x) => g.AdaptiveAvgPool2d("p", x, 3, 5),
            static x => Reference.adaptive_avg_pool2d(x, [3, 5]));
    }

    private static Tensor Zeros(Tensor x, long left, long right, long top = 0, long bottom = 0)
    {
        var shape = x.shape;
        Tensor Border(long dim, long size) => zeros([.. shape.Select((d, i) => i == dim ? size : d)]);
        var wide = cat([Border(shape.Length - 1, left), x, Border(shape.Length - 1, right)], -1);
        shape = wide.shape;
        return top + bottom == 0 ? wide : cat([Border(2, top), wide, Border(2, bottom)], 2);
    }
}
