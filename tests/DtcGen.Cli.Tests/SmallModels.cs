using DtcGen.Onnx;
using DtcGen.Onnx.Tests;

namespace DtcGen.Cli.Tests;

/// <summary>Models for the commands about files.</summary>
internal static class SmallModels
{
    /// <summary>A perceptron; the first half of its inputs' weights can be zero.</summary>
    public static OnnxModel Perceptron(int inputs = 6, int hidden = 5, int classes = 3, bool halfZero = false)
    {
        var first = Numbers(hidden * inputs);
        if (halfZero)
        {
            first = [.. first.Select((v, i) => i % inputs < inputs / 2 ? 0 : v)];
        }

        return new HandMadeModel().Named("Small").Metadata("sparsity", "0.5").Input("x", "batch", inputs)
            .Store("fc1.weight", OnnxElementType.Float, [hidden, inputs], first)
            .Store("fc1.bias", OnnxElementType.Float, [hidden], Numbers(hidden))
            .Store("fc2.weight", OnnxElementType.Float, [classes, hidden], Numbers(classes * hidden))
            .Node("Gemm", "x fc1.weight fc1.bias -> fc1", ("transB", 1))
            .Node("Relu", "fc1 -> relu")
            .Node("Gemm", "relu fc2.weight -> output", ("transB", 1))
            .Build("output", OnnxElementType.Float, "batch", classes);
    }

    /// <summary>A model whose metadata say what pruning left.</summary>
    public static OnnxModel Pruned(string neurons) => new HandMadeModel().Metadata("neurons", neurons).Metadata("mean", "0.5").Input("x", "batch", 6)
        .Node("Relu", "x -> output").Build("output", OnnxElementType.Float, "batch", 6);

    /// <summary>A convolution for images.</summary>
    public static OnnxModel Convolution(params OnnxDimension[] input)
    {
        var channels = input[1].Value!.Value;
        return new HandMadeModel().Input("x", input)
            .Store("conv.weight", OnnxElementType.Float, [10, channels, 3, 3], Numbers((int)(10 * channels * 9)))
            .Node("Conv", "x conv.weight -> conv", ("pads", new long[] { 1, 1, 1, 1 }))
            .Node("GlobalAveragePool", "conv -> pool")
            .Node("Flatten", "pool -> output")
            .Build("output", OnnxElementType.Float, input[0], 10);
    }

    private static float[] Numbers(int count) => [.. Enumerable.Range(1, count).Select(i => MathF.Sin(i * 0.7f) + 0.01f)];
}
