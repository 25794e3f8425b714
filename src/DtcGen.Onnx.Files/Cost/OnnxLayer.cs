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
    /// <summary>How many parameters it holds.</summary>
    public long Parameters => Weights.Where(static w => w.IsParameter).Sum(static w => w.Entries);

    /// <summary>How many of its parameters are exactly zero.</summary>
    public long ZeroParameters => Weights.Where(static w => w.IsParameter).Sum(static w => w.Zeros);

    /// <summary>The size of the tensors it holds.</summary>
    public long Bytes => Weights.Sum(static w => w.Bytes);
}
