using System.Text.Json.Serialization;
using DtcGen.Onnx;

namespace DtcGen.Cli.Inspect;

/// <summary>A node.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Operator">Its operator.</param>
/// <param name="Inputs">The values it takes from other nodes or from the model's inputs.</param>
/// <param name="Outputs">The values it makes.</param>
/// <param name="Parameters">How many parameters it holds.</param>
/// <param name="ZeroParameters">How many of them are exactly zero; null when they were not counted.</param>
/// <param name="MultiplyAdds">Its multiply-adds for one sample; null when they are not known.</param>
/// <param name="Unknown">Why they are not known.</param>
/// <param name="OpenSizes">The open sizes that the multiply-adds depend on; <c>--dim</c> gives them.</param>
/// <param name="ShapeUnknown">Why the shapes of the outputs are not known although the operator is; null where nothing failed.</param>
/// <param name="Bytes">The size of the tensors it holds.</param>
/// <param name="ShapeArithmetic">Whether it only computes shapes.</param>
/// <param name="Weights">The tensors it holds.</param>
internal sealed record InspectLayer(
    string Name,
    string Operator,
    IReadOnlyList<string> Inputs,
    IReadOnlyList<InspectValue> Outputs,
    long Parameters,
    long? ZeroParameters,
    long? MultiplyAdds,
    string? Unknown,
    IReadOnlyList<string> OpenSizes,
    string? ShapeUnknown,
    long Bytes,
    bool ShapeArithmetic,
    IReadOnlyList<InspectWeight> Weights)
{
    /// <summary>The first output's shape.</summary>
    [JsonIgnore]
    public string ShapeText => Outputs.Count > 0 ? Outputs[0].ShapeText : string.Empty;

    /// <summary>Describes a node.</summary>
    /// <param name="layer">The node.</param>
    /// <param name="zeros">Whether zeros in data files are counted.</param>
    public static InspectLayer Of(OnnxLayer layer, bool zeros) => new(
        layer.Name,
        layer.Operator,
        layer.Inputs,
        [.. layer.Outputs.Select(InspectValue.Of)],
        layer.Parameters,
        zeros || !layer.Weights.Any(w => w.IsInDataFile) ? layer.ZeroParameters : null,
        layer.MultiplyAdds,
        layer.Unknown,
        layer.OpenSizes,
        layer.ShapeUnknown,
        layer.Bytes,
        layer.IsShapeArithmetic,
        [.. layer.Weights.Select(w => Of(w, zeros))]);

    private static InspectWeight Of(OnnxWeight weight, bool zeros) => new(
        weight.Name,
        weight.ElementType.ToString().ToLowerInvariant(),
        weight.Shape,
        weight.Bytes,
        zeros || !weight.IsInDataFile ? weight.Zeros : null);
}
