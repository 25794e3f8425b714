using static TorchSharp.torch;

namespace DtcGen.Onnx.Tests;

/// <summary>An operation spelt twice: for the graph builder and for TorchSharp.</summary>
/// <param name="Name">What the test is called.</param>
/// <param name="SampleShape">The input's shape without the batch.</param>
/// <param name="Build">The operation in the graph.</param>
/// <param name="Torch">The same on a tensor.</param>
public sealed record OperationCase(string Name, long[] SampleShape, Func<OnnxGraph, OnnxValue, OnnxValue> Build, Func<Tensor, Tensor> Torch)
{
    /// <summary>The input for a batch: normal numbers unless the operation wants others.</summary>
    public Func<long[], Tensor> Input { get; init; } = static shape => randn(shape) * 3;

    /// <summary>The largest difference allowed, for outputs of about size 1.</summary>
    public double Tolerance { get; init; } = 2e-5;

    /// <summary>What the input's entries are.</summary>
    public OnnxElementType ElementType { get; init; } = OnnxElementType.Float;

    public OnnxModel Export(int opset, bool foldBatchNorm = false, OnnxElementType? elementType = null)
    {
        var graph = new OnnxGraph(
            new OnnxExportOptions { Opset = opset, ModelName = "case", FoldBatchNorm = foldBatchNorm, ElementType = elementType });
        var input = graph.Input("x", ElementType, ["batch", .. SampleShape.Select(static d => (OnnxDimension)d)]);
        return graph.ToModel(Build(graph, input));
    }

    public override string ToString() => Name;
}
