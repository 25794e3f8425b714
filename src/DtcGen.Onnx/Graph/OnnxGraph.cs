using DtcGen.Onnx.Proto;

namespace DtcGen.Onnx;

/// <summary>
/// Builds an ONNX graph, one method per operation of TorchSharp: first the name (the field's path, as in <c>layer1.0.conv1</c>),
/// then the inputs, then the operation's parameters in TorchSharp's order.
/// </summary>
/// <remarks>
/// A name that is taken already gets <c>_1</c>, <c>_2</c>, … behind it. An operation that ONNX spells in several nodes
/// names the last one as asked and the ones before it <c>name/Step</c>. A parameter is stored once however often it is used.
/// Everything computes as in evaluation mode.
/// </remarks>
public sealed partial class OnnxGraph
{
    private const int MostFindings = 3;

    private readonly OnnxExportOptions _options;
    private readonly GraphProto _graph = new();
    private readonly OnnxNames _names = new();
    private readonly HashSet<string> _inputs = new(StringComparer.Ordinal);
    private ExternalDataPieces? _pieces;
    private int _unknownDimensions;

    /// <summary>An empty graph.</summary>
    /// <param name="options">How the model is to be written; null takes the defaults.</param>
    /// <exception cref="ArgumentOutOfRangeException">The opset is outside the range that DtcGen writes, or the element type is not
    /// one that networks compute in.</exception>
    public OnnxGraph(OnnxExportOptions? options = null)
    {
        _options = options ?? new OnnxExportOptions();
        _ = OnnxOpsets.IrVersion(_options.Opset);
        if (_options.ElementType is { } type && !type.IsFloating())
        {
            throw new ArgumentOutOfRangeException(
                nameof(options), type, $"{nameof(OnnxExportOptions.ElementType)} is Float, Float16, BFloat16 or Double, or null.");
        }
    }

    /// <summary>Tensors of more bytes are kept in pieces outside of the graph.</summary>
    internal int LargestPiece { get; init; } = ExternalDataPieces.LargestPiece;

    /// <summary>Whether this export recorded the model, with inputs as they are described here, so that its recording is of now.</summary>
    internal bool IsRecordedNow { get; init; }

    /// <summary>The operator set that the nodes are taken from.</summary>
    public int Opset => _options.Opset;

    /// <summary>Adds an input of the graph.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="elementType">What its entries are; where they are floating-point numbers and
    /// <see cref="OnnxExportOptions.ElementType"/> is given, they are of that type.</param>
    /// <param name="shape">Its dimensions, numbers or symbols.</param>
    /// <exception cref="OnnxExportException">The name is taken, or a dimension is negative.</exception>
    public OnnxValue Input(string name, OnnxElementType elementType, params IReadOnlyList<OnnxDimension> shape)
    {
        if (shape.Any(static d => d.Value < 0))
        {
            throw new OnnxExportException($"Input {name} has a negative dimension: [{string.Join(", ", shape)}].");
        }

        var unique = _names.Take(name);
        if (unique != name)
        {
            throw new OnnxExportException($"The graph has a value named {name} already: each input needs a name of its own.");
        }

        var value = new OnnxValue(name, TypeOf(elementType), shape);
        _inputs.Add(name);
        _graph.Input.Add(ValueInfos.Make(value));
        return value;
    }

    /// <summary>The finished model.</summary>
    /// <param name="outputs">The values that the model returns, in order.</param>
    /// <exception cref="OnnxExportException">
    /// There are no outputs, or not as many as there are names for; or the file would break rules of the format, such as that
    /// a layer's input and weights have one type. It names the layer.
    /// </exception>
    public OnnxModel ToModel(params IReadOnlyList<OnnxValue> outputs) => Finish(_graph.Clone(), new OnnxFacts(), outputs);

    /// <summary>The finished model, which says more about itself. Nothing is added to the graph afterwards.</summary>
    internal OnnxModel Finish(OnnxFacts facts, IReadOnlyList<OnnxValue> outputs) => Finish(_graph, facts, outputs);

    private OnnxModel Finish(GraphProto graph, OnnxFacts facts, IReadOnlyList<OnnxValue> outputs)
    {
        var wanted = OutputNames(outputs.Count);
        graph.Name = _options.ModelName ?? "model";
        GraphOutputs.Set(graph, outputs, wanted);
        if (_options.FoldBatchNorm)
        {
            BatchNormFolding.Apply(graph);
        }

        var model = new ModelProto
        {
            IrVersion = OnnxOpsets.IrVersion(Opset),
            ProducerName = _options.ProducerName,
            ProducerVersion = _options.ProducerVersion ?? typeof(OnnxGraph).Assembly.GetName().Version?.ToString(3) ?? "",
            Graph = graph,
        };
        if (_options.Description is { } description)
        {
            model.DocString = description;
        }

        model.OpsetImport.Add(new OperatorSetIdProto { Domain = "", Version = Opset });
        foreach (var (key, value) in _options.Metadata.Concat(facts.Write()))
        {
            model.MetadataProps.Add(new StringStringEntryProto { Key = key, Value = value });
        }

        return Checked(new OnnxModel(model, _pieces));
    }

    // A model that a runtime would refuse is refused here, where the layers have their names.
    private static OnnxModel Checked(OnnxModel model)
    {
        var findings = model.Findings;
        return findings.Count == 0
            ? model
            : throw new OnnxExportException(
                $"The model cannot be written as ONNX: {string.Join(" ", findings.Take(MostFindings).Select(static f => $"{f.Location}: {f.Message}"))}" +
                (findings.Any(static f => f.Rule == OnnxRules.NodeType)
                    ? $" {WeightTypes.Advice}"
                    : ""));
    }

    /// <summary>Whether one floating-point type is asked for.</summary>
    internal bool IsOfOneType => _options.ElementType is not null;

    /// <summary>What a value of a type is in the file: of the one floating-point type, where one is asked for.</summary>
    internal OnnxElementType TypeOf(OnnxElementType type) => type.IsFloating() ? _options.ElementType ?? type : type;

    private IReadOnlyList<string> OutputNames(int count)
    {
        if (count == 0)
        {
            throw new OnnxExportException("The model returns no value, so there is nothing to export.");
        }

        if (_options.OutputNames is not { } names)
        {
            return count == 1 ? ["output"] : [.. Enumerable.Range(0, count).Select(static i => $"output_{i}")];
        }

        return names.Count == count
            ? names
            : throw new OnnxExportException(
                $"The model returns {count} values, and {nameof(OnnxExportOptions)}.{nameof(OnnxExportOptions.OutputNames)} names {names.Count}.");
    }
}
