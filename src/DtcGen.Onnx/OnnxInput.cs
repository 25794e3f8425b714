using static TorchSharp.torch;

namespace DtcGen.Onnx;

/// <summary>The shape and type of one of a model's inputs.</summary>
/// <param name="Shape">One entry per dimension; <see cref="Batch"/> stands for the batch.</param>
public sealed record OnnxInput(IReadOnlyList<OnnxDimension> Shape)
{
    /// <summary>The batch, named by <see cref="OnnxExportOptions.BatchSymbol"/> when the graph is built.</summary>
    public static OnnxDimension Batch => new(null, null);

    /// <summary>What its entries are: float32 unless said otherwise.</summary>
    public OnnxElementType ElementType { get; init; } = OnnxElementType.Float;

    /// <summary>An input of any number of samples.</summary>
    /// <param name="sampleShape">The shape of one sample, without the batch: <c>Batched(1, 28, 28)</c> for MNIST's images.</param>
    public static OnnxInput Batched(params long[] sampleShape) => new([Batch, .. sampleShape.Select(static d => (OnnxDimension)d)]);

    /// <summary>An input of one shape only.</summary>
    /// <param name="shape">All its dimensions, the batch's too.</param>
    public static OnnxInput Fixed(params long[] shape) => new([.. shape.Select(static d => (OnnxDimension)d)]);

    /// <summary>An input of the type and shape of an example, whose first dimension is the batch.</summary>
    /// <param name="example">A batch as the model takes it.</param>
    public static OnnxInput Like(Tensor example)
        => Batched([.. example.shape.Skip(1)]) with { ElementType = OnnxElementTypes.Of(example.dtype) };
}
