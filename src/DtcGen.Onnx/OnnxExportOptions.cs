namespace DtcGen.Onnx;

/// <summary>How a model is written to ONNX.</summary>
public sealed record OnnxExportOptions
{
    /// <summary>The operator set the file asks for, from 13 to 26. The default runs on every current runtime.</summary>
    public int Opset { get; init; } = OnnxOpsets.Default;

    /// <summary>
    /// The one floating-point type of the file's inputs, weights, constants, casts and outputs: Float, Float16, BFloat16 or Double.
    /// Null keeps the types that the model's weights and the described inputs have, which must agree. Numbers are rounded to the
    /// nearest of the type; a weight beyond its largest number is refused. Whole numbers stay what they are.
    /// </summary>
    public OnnxElementType? ElementType { get; init; }

    /// <summary>The graph's name; null takes the model's class name.</summary>
    public string? ModelName { get; init; }

    /// <summary>The name of the dimension that <see cref="OnnxInput.Batched(long[])"/> leaves open.</summary>
    public string BatchSymbol { get; init; } = "batch";

    /// <summary>
    /// The outputs' names, in the order <c>forward</c> returns them; null calls a single one <c>output</c> and several
    /// <c>output_0</c>, <c>output_1</c>, …
    /// </summary>
    public IReadOnlyList<string>? OutputNames { get; init; }

    /// <summary>Who wrote the file.</summary>
    public string ProducerName { get; init; } = "DtcGen";

    /// <summary>The writer's version; null takes DtcGen's own.</summary>
    public string? ProducerVersion { get; init; }

    /// <summary>A sentence about the model, for those who open the file; null for none.</summary>
    public string? Description { get; init; }

    /// <summary>
    /// How a pixel becomes an input, (pixel − mean) / deviation with pixels from 0 to 1: the mean, a number for each channel. The file
    /// keeps it as <c>mean</c>; null for none. <see cref="Deviation"/> is given with it.
    /// </summary>
    public IReadOnlyList<float>? Mean { get; init; }

    /// <summary>The deviation, a number above 0 for each channel; the file keeps it as <c>deviation</c>. Null for none.</summary>
    public IReadOnlyList<float>? Deviation { get; init; }

    /// <summary>
    /// What the classes are called, in the order of the output's numbers; the file keeps it as <c>classes</c>. Null for none. A name
    /// has no comma.
    /// </summary>
    public IReadOnlyList<string>? Classes { get; init; }

    /// <summary>
    /// Whether the file says, as <c>neurons</c>, which neurons of each group were kept (<see cref="ModelHistory.History"/>): some four
    /// bytes for each. Where <see cref="Metadata"/> has that key, what it says is written instead.
    /// </summary>
    public bool WriteNeurons { get; init; } = true;

    /// <summary>Further facts to keep with the model, such as the criterion, the sparsity and the seed.</summary>
    public IReadOnlyDictionary<string, string> Metadata { get; init; } = new Dictionary<string, string>();

    /// <summary>
    /// Whether a batch normalisation right after a convolution is folded into its weights. The file gets smaller and
    /// faster, and loses the one-to-one likeness with the model's layers, so it is off by default.
    /// </summary>
    public bool FoldBatchNorm { get; init; }
}
