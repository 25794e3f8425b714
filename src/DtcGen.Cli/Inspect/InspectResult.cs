using System.Text.Json.Serialization;
using DtcGen.Onnx;

namespace DtcGen.Cli.Inspect;

/// <summary>What is to be said of a model file; its JSON form is what <c>--json</c> writes.</summary>
internal sealed record InspectResult
{
    /// <summary>The model file.</summary>
    public required string File { get; init; }

    /// <summary>Files beside it that hold weights.</summary>
    public required IReadOnlyList<string> DataFiles { get; init; }

    /// <summary>The graph's name.</summary>
    public required string Name { get; init; }

    /// <summary>What wrote the file.</summary>
    public required string Producer { get; init; }

    /// <summary>What the file says about itself.</summary>
    public required string Description { get; init; }

    /// <summary>The file format (IR) version.</summary>
    public required long IrVersion { get; init; }

    /// <summary>The operator sets by domain.</summary>
    public required IReadOnlyDictionary<string, long> Opsets { get; init; }

    /// <summary>The facts kept with the model.</summary>
    public required IReadOnlyDictionary<string, string> Metadata { get; init; }

    /// <summary>What the metadata say of how pixels become inputs, of the classes, and of the neurons that were kept.</summary>
    public required OnnxFacts Facts { get; init; }

    /// <summary>The metadata as they are shown: what was kept of each neuron group is said in words.</summary>
    [JsonIgnore]
    public IEnumerable<string> MetadataInWords => Metadata
        .Where(fact => fact.Key != OnnxFacts.NeuronsKey || Facts.Neurons is null)
        .Select(static fact => $"{fact.Key} = {fact.Value}");

    /// <summary>What was kept of each neuron group, in words.</summary>
    [JsonIgnore]
    public IEnumerable<string> NeuronsInWords => Facts.Neurons?.Select(static group => group.ToString()) ?? [];

    /// <summary>The model's inputs.</summary>
    public required IReadOnlyList<InspectValue> Inputs { get; init; }

    /// <summary>The model's outputs.</summary>
    public required IReadOnlyList<InspectValue> Outputs { get; init; }

    /// <summary>The sums over all layers.</summary>
    public required InspectTotals Totals { get; init; }

    /// <summary>How many nodes of each operator there are.</summary>
    public required IReadOnlyDictionary<string, int> Operators { get; init; }

    /// <summary>The nodes, in the order of the file.</summary>
    public required IReadOnlyList<InspectLayer> Layers { get; init; }

    /// <summary>Gathers what is to be said.</summary>
    /// <param name="file">The file.</param>
    /// <param name="dimensions">Sizes for symbolic dimensions.</param>
    /// <param name="zeros">Whether zeros in data files are counted.</param>
    public static InspectResult Of(OnnxFile file, IReadOnlyDictionary<string, long> dimensions, bool zeros)
    {
        var cost = OnnxCost.Count(file.Model, dimensions);
        var shapes = OnnxShapes.Infer(file.Model, dimensions);
        return new InspectResult
        {
            File = file.Path,
            DataFiles = file.DataFiles,
            Name = file.Model.Name,
            Producer = file.Producer,
            Description = file.Description,
            IrVersion = file.IrVersion,
            Opsets = file.Opsets.ToDictionary(),
            Metadata = file.Model.Metadata,
            Facts = OnnxFacts.Read(file.Model.Metadata),
            Inputs = [.. file.Model.Inputs.Select(v => InspectValue.Of(shapes.Find(v.Name) ?? v))],
            Outputs = [.. file.Model.Outputs.Select(v => InspectValue.Of(shapes.Find(v.Name) ?? v))],
            Totals = new InspectTotals(
                file.Bytes,
                cost.Parameters,
                zeros || file.DataFiles.Count == 0 ? cost.ZeroParameters : null,
                cost.MultiplyAdds,
                cost.KnownMultiplyAdds,
                cost.Layers.Count(l => l.Unknown is not null),
                cost.WeightBytes,
                cost.Unused.Count),
            Operators = cost.Layers
                .GroupBy(l => l.Operator)
                .OrderByDescending(g => g.Count())
                .ThenBy(g => g.Key, StringComparer.Ordinal)
                .ToDictionary(g => g.Key, g => g.Count()),
            Layers = [.. cost.Layers.Select(layer => InspectLayer.Of(layer, zeros))],
        };
    }
}
