using DtcGen.Onnx.Proto;

namespace DtcGen.Onnx;

/// <summary>A model file on disk, with the data files that belong to it.</summary>
public sealed class OnnxFile
{
    private OnnxFile(string path, ModelProto model)
    {
        var data = ModelReader.FindExternalData(model, path);
        Path = path;
        Model = new OnnxModel(model, data);
        DataFiles = data?.Paths ?? [];
        Bytes = DataFiles.Prepend(path).Sum(static file => new FileInfo(file).Length);
    }

    /// <summary>The model file, as it was asked for.</summary>
    public string Path { get; }

    /// <summary>The model in it.</summary>
    public OnnxModel Model { get; }

    /// <summary>The files beside it that hold weights; none when all are in the model file.</summary>
    public IReadOnlyList<string> DataFiles { get; }

    /// <summary>Size on disk, data files included.</summary>
    public long Bytes { get; }

    /// <summary>The file format (IR) version.</summary>
    public long IrVersion => Model.Proto.IrVersion;

    /// <summary>The operator sets that the model asks for, by domain; ONNX's own is <c>ai.onnx</c>.</summary>
    public IReadOnlyList<KeyValuePair<string, long>> Opsets =>
        [
            .. Model.Proto.OpsetImport.Select(
                static o => KeyValuePair.Create(ModelCheck.Domain(o.Domain) is { Length: > 0 } domain ? domain : "ai.onnx", o.Version))
        ];

    /// <summary>What wrote the file, with its version; empty when it does not say.</summary>
    public string Producer => $"{Model.Proto.ProducerName} {Model.Proto.ProducerVersion}".Trim();

    /// <summary>What the file says about itself; empty when it says nothing.</summary>
    public string Description => Model.Proto.DocString;

    /// <summary>
    /// Reads a model file. Weights in data files beside it stay there, and are read when something asks for them: counting zeros, saving.
    /// </summary>
    /// <param name="path">The model file.</param>
    /// <exception cref="OnnxModelException">
    /// The file is missing, empty, cut short, not ONNX, too new, or breaks rules of the format; or a data file is
    /// missing, too short, or outside the model's folder.
    /// </exception>
    public static OnnxFile Load(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        var model = ModelReader.Parse(path);
        ModelReader.RequireKnownVersion(model, path);
        var findings = Judge(model, path).Broken;
        return findings.Count == 0
            ? new OnnxFile(path, model)
            : throw new OnnxModelException($"{path} breaks rules of the ONNX format:", findings);
    }

    /// <summary>
    /// Every rule that a model file breaks, in the order of the file; none for a valid one. Data files are looked for
    /// and not read.
    /// </summary>
    /// <param name="path">The model file.</param>
    /// <exception cref="OnnxModelException">The file is missing, empty, cut short or not ONNX.</exception>
    public static IReadOnlyList<OnnxFinding> Check(string path) => Judge(path).Broken;

    /// <summary>
    /// Every rule that a model file breaks, and what in it is not known: newer than the checker, or another program's
    /// own. Data files are looked for and not read.
    /// </summary>
    /// <param name="path">The model file.</param>
    /// <exception cref="OnnxModelException">The file is missing, empty, cut short or not ONNX.</exception>
    public static OnnxVerdict Judge(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return Judge(ModelReader.Parse(path), path);
    }

    // One verdict, whoever asks.
    private static OnnxVerdict Judge(ModelProto model, string path) => OnnxChecker.Judge(model, ExternalDataFolder.Beside(path));
}
