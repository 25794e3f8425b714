using DtcGen.Onnx;
using static TorchSharp.torch;

namespace DtcGen.Cli.Tests;

/// <summary>Models for the commands about files.</summary>
internal static class SmallModels
{
    /// <summary>A perceptron; the first half of its inputs' weights can be zero.</summary>
    public static OnnxModel Perceptron(int inputs = 6, int hidden = 5, int classes = 3, bool halfZero = false, OnnxExportOptions? options = null)
    {
        using var scope = NewDisposeScope();
        var graph = new OnnxGraph(options ?? new OnnxExportOptions { ModelName = "Small", Metadata = new Dictionary<string, string> { ["sparsity"] = "0.5" } });
        OnnxValue x = graph.Input("x", OnnxElementType.Float, "batch", inputs);
        Tensor first = Numbers(hidden, inputs);
        if (halfZero)
        {
            first.narrow(1, 0, inputs / 2).zero_();
        }

        OnnxValue relu = graph.Relu("relu", graph.Linear("fc1", x, first, Numbers(hidden)));
        return graph.ToModel(graph.Linear("fc2", relu, Numbers(classes, hidden)));
    }

    /// <summary>A convolution for images.</summary>
    public static OnnxModel Convolution(params OnnxDimension[] input)
    {
        using var scope = NewDisposeScope();
        var graph = new OnnxGraph();
        OnnxValue x = graph.Input("x", OnnxElementType.Float, input);
        OnnxValue conv = graph.Conv2d("conv", x, Numbers(10, input[1].Value!.Value, 3, 3), null, null, [1, 1]);
        return graph.ToModel(graph.Flatten("flatten", graph.AdaptiveAvgPool2d("pool", conv, 1), 1));
    }

    private static Tensor Numbers(params long[] shape) =>
        tensor([.. Enumerable.Range(1, (int)shape.Aggregate(1L, (a, b) => a * b)).Select(i => MathF.Sin(i * 0.7f) + 0.01f)], shape);
}
