using DtcGen.Onnx.Proto;

namespace DtcGen.Onnx;

/// <summary>Tells whether a model keeps the rules of the ONNX format. <see cref="OnnxModel.Save"/> writes only models that do.</summary>
public static class OnnxChecker
{
    /// <summary>Every rule that the model breaks, in the order of the file; none for a valid model.</summary>
    /// <param name="model">The model.</param>
    public static IReadOnlyList<OnnxFinding> Check(OnnxModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        return Check(model.Proto, folder: null);
    }

    /// <summary>As above; external data is looked for, and not read, where there is a <paramref name="folder"/> for it.</summary>
    internal static IReadOnlyList<OnnxFinding> Check(ModelProto model, ExternalDataFolder? folder)
    {
        var findings = new List<OnnxFinding>();
        ModelCheck.Check(model, findings);
        if (model.Graph is { } graph)
        {
            var opsets = model.OpsetImport
                .GroupBy(static o => ModelCheck.Domain(o.Domain))
                .ToDictionary(static g => g.Key, static g => g.First().Version);
            new GraphCheck(new NodeCheck(opsets, findings), new TensorCheck(folder, findings), findings).Check(
                graph, new HashSet<string>());
        }

        return findings;
    }
}
