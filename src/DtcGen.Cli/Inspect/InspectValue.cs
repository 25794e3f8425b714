using DtcGen.Onnx;

namespace DtcGen.Cli.Inspect;

/// <summary>A value: its name, element type and shape.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">Its element type in small letters; null when it is not known.</param>
/// <param name="Shape">Its dimensions, numbers or names; null when it is not known.</param>
internal sealed record InspectValue(string Name, string? Type, IReadOnlyList<string>? Shape)
{
    /// <summary>The shape, as in <c>[batch, 784]</c>.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public string ShapeText => Shape is null ? "unknown" : $"[{string.Join(", ", Shape)}]";

    /// <summary>Describes a value.</summary>
    /// <param name="value">The value.</param>
    public static InspectValue Of(OnnxValue value) => Of(new OnnxLayerOutput(value.Name, value.ElementType, value.Shape));

    /// <summary>Describes what a node makes.</summary>
    /// <param name="output">The value.</param>
    public static InspectValue Of(OnnxLayerOutput output) => new(
        output.Name,
        output.ElementType == OnnxElementType.Undefined ? null : output.ElementType.ToString().ToLowerInvariant(),
        output.Shape is null ? null : [.. output.Shape.Select(d => d.ToString())]);

    /// <summary>All three, as in <c>x: float[batch, 784]</c>.</summary>
    public override string ToString() => $"{Name}: {Type ?? "unknown"}{(Shape is null ? ", shape unknown" : ShapeText)}";
}
