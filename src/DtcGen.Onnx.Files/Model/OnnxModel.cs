using DtcGen.Onnx.Proto;
using Google.Protobuf;

namespace DtcGen.Onnx;

/// <summary>A model in ONNX form.</summary>
public sealed class OnnxModel
{
    /// <summary>
    /// Above this many bytes of weights, <see cref="Save"/> puts them into a second file: a single one cannot pass 2
    /// GiB.
    /// </summary>
    public const long DefaultExternalDataThreshold = 1_500_000_000;

    private readonly Lazy<OnnxStatistics> _statistics;
    private readonly Lazy<IReadOnlyList<OnnxFinding>> _findings;

    internal OnnxModel(ModelProto proto, IExternalData? data = null)
    {
        Proto = proto;
        Data = data;
        _statistics = new Lazy<OnnxStatistics>(() => OnnxCost.Statistics(this));
        _findings = new Lazy<IReadOnlyList<OnnxFinding>>(() => OnnxChecker.Check(this));
    }

    /// <summary>The values that a run must be given. Stored tensors are not among them.</summary>
    public IReadOnlyList<OnnxValue> Inputs
    {
        get
        {
            var stored = Proto.Graph.Initializer.Select(static t => t.Name).ToHashSet(StringComparer.Ordinal);
            return [.. Proto.Graph.Input.Where(i => !stored.Contains(i.Name)).Select(static i => Describe(i, ValueInfos.InputShape(i)))];
        }
    }

    /// <summary>The values that a run gives.</summary>
    public IReadOnlyList<OnnxValue> Outputs => [.. Proto.Graph.Output.Select(static o => Describe(o, ValueInfos.Shape(o)))];

    /// <summary>The operator set of ONNX's default domain; 0 when the model uses other domains alone.</summary>
    public long Opset => Proto.OpsetImport.FirstOrDefault(static o => ModelCheck.Domain(o.Domain).Length == 0)?.Version ?? 0;

    /// <summary>The graph's name.</summary>
    public string Name => Proto.Graph.Name;

    /// <summary>The facts kept with the model.</summary>
    public IReadOnlyDictionary<string, string> Metadata => Proto.MetadataProps.ToDictionary(static p => p.Key, static p => p.Value);

    /// <summary>How large the model is.</summary>
    public OnnxStatistics Statistics => _statistics.Value;

    internal ModelProto Proto { get; }

    /// <summary>The rules that the model breaks, found once: it is looked at when it is made, and again when it is written.</summary>
    internal IReadOnlyList<OnnxFinding> Findings => _findings.Value;

    /// <summary>The entries of tensors that the model only points to; null when there are none.</summary>
    internal IExternalData? Data { get; }

    /// <summary>
    /// Reads a model file. Weights in data files beside it stay there, and are read when something asks for them: counting zeros, saving.
    /// </summary>
    /// <param name="path">The model file.</param>
    /// <exception cref="OnnxModelException">The file is missing, cut short, not ONNX, too new, or breaks rules of the format.</exception>
    public static OnnxModel Load(string path) => OnnxFile.Load(path).Model;

    /// <summary>
    /// Writes the model, once <see cref="OnnxChecker"/> has found no fault in it. An existing file is replaced only
    /// when the new one is whole.
    /// </summary>
    /// <param name="path">The model file; its folder is made when missing.</param>
    /// <param name="externalDataThreshold">Above this many bytes of weights they go to <c>path.data</c>.</param>
    /// <exception cref="OnnxModelException">The model breaks rules of the format; nothing was written.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public void Save(string path, long externalDataThreshold = DefaultExternalDataThreshold)
    {
        Check();
        ModelFile.Save(this, path, Math.Min(externalDataThreshold, DefaultExternalDataThreshold));
    }

    /// <summary>The model as one file's bytes, once <see cref="OnnxChecker"/> has found no fault in it.</summary>
    /// <exception cref="OnnxModelException">The model breaks rules of the format, or is too large for one piece.</exception>
    public byte[] ToBytes()
    {
        Check();
        return ModelFile.DataBytes(Proto) <= DefaultExternalDataThreshold
            ? ModelFile.Bytes(this)
            : throw new OnnxModelException(
                $"The model has {ModelFile.DataBytes(Proto):N0} bytes of weights, too many for one piece. Use {nameof(Save)}, which writes them to a second file.");
    }

    private void Check()
    {
        if (Findings.Count > 0)
        {
            throw new OnnxModelException("The model breaks rules of the ONNX format, so it is not written:", Findings);
        }
    }

    private static OnnxValue Describe(ValueInfoProto info, IReadOnlyList<OnnxDimension>? shape)
        => new(info.Name, (OnnxElementType)(info.Type?.TensorType?.ElemType ?? 0), shape ?? []);
}
