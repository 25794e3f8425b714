namespace DtcGen.Onnx;

/// <summary>A rule of the format that a model breaks.</summary>
/// <param name="Rule">The rule's id, such as <c>graph.order</c>.</param>
/// <param name="Message">What is wrong.</param>
/// <param name="Location">Where: the node, value, tensor or field.</param>
public sealed record OnnxFinding(string Rule, string Message, string Location)
{
    /// <summary>All three on one line.</summary>
    public override string ToString() => $"{Rule}: {Location}: {Message}";
}
