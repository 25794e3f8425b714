namespace DtcGen.Onnx;

/// <summary>A node of a model, with what it holds and what it costs.</summary>
/// <param name="Name">The node's name, or its first output's when it has none.</param>
/// <param name="Operator">Its operator, with the domain in front when that is not ONNX's own.</param>
/// <param name="Inputs">The values that it takes from other nodes or from the model's inputs.</param>
/// <param name="Outputs">The values that it makes.</param>
/// <param name="Weights">The stored tensors that it is the first to use, graphs inside it included.</param>
/// <param name="MultiplyAdds">Its multiply-adds for one sample, or null when they are not known;
/// <paramref name="Unknown"/> says why.</param>
/// <param name="Unknown">Why the multiply-adds are not known, or null when they are.</param>
/// <param name="IsShapeArithmetic">Whether it only computes shapes, such as the target of a Reshape.</param>
public sealed record OnnxLayer(
    string Name,
    string Operator,
    IReadOnlyList<string> Inputs,
    IReadOnlyList<OnnxLayerOutput> Outputs,
    IReadOnlyList<OnnxWeight> Weights,
    long? MultiplyAdds,
    string? Unknown,
    bool IsShapeArithmetic)
{
    /// <summary>
    /// Why the outputs' shapes are not known although the operator is: its rule failed, or a body is too deep or too long.
    /// Null where nothing failed.
    /// </summary>
    public string? ShapeUnknown { get; init; }

    /// <summary>The open sizes that the multiply-adds depend on; none when they are known, or not known for another reason.</summary>
    public IReadOnlyList<string> OpenSizes { get; init; } = [];

    /// <summary>How many parameters it holds.</summary>
    public long Parameters => OnnxWeight.Sum(Weights.Where(static w => w.IsParameter), static w => w.Entries);

    /// <summary>How many of its parameters are exactly zero.</summary>
    public long ZeroParameters => OnnxWeight.Sum(Weights.Where(static w => w.IsParameter), static w => w.Zeros);

    /// <summary>The size of the tensors it holds.</summary>
    public long Bytes => OnnxWeight.Sum(Weights, static w => w.Bytes);
}
