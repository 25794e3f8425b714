namespace DtcGen.Onnx;

/// <summary>What a model holds and what it costs to run, node by node.</summary>
/// <remarks>
/// Multiply-adds are the multiplications in matrix products, convolutions and recurrent layers for one sample: the leading
/// dimension of each input counts as 1 where it is symbolic. What works entry by entry counts nothing. A <c>Loop</c> or
/// <c>Scan</c> counts its body once for each run where their number is known, an <c>If</c> the branch that is taken, or both
/// where they cost the same, and a call of a local function its body with this call's shapes. What is not known, such as an
/// operator without a rule or a loop that ends when a value says so, makes the total unknown: nothing is guessed.
/// </remarks>
public sealed class OnnxCost
{
    private OnnxCost(IReadOnlyList<OnnxLayer> layers, IReadOnlyList<OnnxWeight> unused)
    {
        Layers = layers;
        Unused = unused;
    }

    /// <summary>The nodes, in the order of the file.</summary>
    public IReadOnlyList<OnnxLayer> Layers { get; }

    /// <summary>Stored tensors that no node uses.</summary>
    public IReadOnlyList<OnnxWeight> Unused { get; }

    /// <summary>Parameters of all nodes and of unused tensors.</summary>
    public long Parameters => OnnxWeight.Sum(Weights.Where(static w => w.IsParameter), static w => w.Entries);

    /// <summary>How many parameters are exactly zero.</summary>
    public long ZeroParameters => OnnxWeight.Sum(Weights.Where(static w => w.IsParameter), static w => w.Zeros);

    /// <summary>The size of all stored tensors.</summary>
    public long WeightBytes => OnnxWeight.Sum(Weights, static w => w.Bytes);

    /// <summary>Multiply-adds of all nodes for one sample, or null when those of a node are not known.</summary>
    public long? MultiplyAdds => Layers
        .Select(static layer => layer.MultiplyAdds is long count ? count : (OnnxDimension?)null)
        .Aggregate((OnnxDimension?)0, static (sum, count) => sum + count)?.Value;

    /// <summary>Multiply-adds of the nodes where they are known.</summary>
    public long KnownMultiplyAdds => Layers.Aggregate(0L, static (sum, layer) => OnnxWeight.Add(sum, layer.MultiplyAdds ?? 0));

    private IEnumerable<OnnxWeight> Weights => Layers.SelectMany(static l => l.Weights).Concat(Unused);

    /// <summary>Counts a model.</summary>
    /// <param name="model">The model.</param>
    /// <param name="dimensions">Sizes for symbolic dimensions of the inputs other than the leading one, by name; null
    /// leaves them open.</param>
    public static OnnxCost Count(OnnxModel model, IReadOnlyDictionary<string, long>? dimensions = null)
    {
        ArgumentNullException.ThrowIfNull(model);
        var reader = new LayerReader(
            model, OnnxShapes.Infer(model, dimensions), OnnxShapes.InferForOneSample(model, dimensions));
        OnnxLayer[] layers = [.. model.Proto.Graph.Node.Select(reader.Read)];
        return new OnnxCost(layers, reader.Unused());
    }

    internal static OnnxStatistics Statistics(OnnxModel model)
    {
        var cost = Count(model);
        return new OnnxStatistics(cost.Parameters, cost.MultiplyAdds, ModelFile.Size(model), cost.Layers.Count);
    }
}
