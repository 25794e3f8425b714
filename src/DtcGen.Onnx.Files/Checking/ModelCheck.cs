using DtcGen.Onnx.Proto;

namespace DtcGen.Onnx;

/// <summary>The rules about the model as a whole.</summary>
internal static class ModelCheck
{
    private const string DefaultDomain = "";

    /// <summary>The default domain has two spellings.</summary>
    public static string Domain(string domain) => domain == "ai.onnx" ? DefaultDomain : domain;

    public static void Check(ModelProto model, List<OnnxFinding> findings)
    {
        void Report(string rule, string message, string location) => findings.Add(new OnnxFinding(rule, message, location));

        if (model.Graph is null)
        {
            Report(OnnxRules.GraphName, "The model has no graph.", "graph");
        }

        foreach (var imports in model.OpsetImport.GroupBy(static o => Domain(o.Domain)).Where(static g => g.Count() > 1))
        {
            Report(OnnxRules.Opset, $"Domain '{imports.Key}' is imported {imports.Count()} times.", "opset_import");
        }

        var opset = model.OpsetImport.FirstOrDefault(static o => Domain(o.Domain) == DefaultDomain)?.Version;
        if (opset is null)
        {
            Report(OnnxRules.Opset, "No operator set of the default domain is imported.", "opset_import");
        }
        else if (opset is < 1 or > OnnxOpsets.Newest)
        {
            Report(OnnxRules.Opset, $"Operator set {opset} is not known; the newest known is {OnnxOpsets.Newest}.", "opset_import");
        }

        if (model.IrVersion is < 1 or > OnnxOpsets.NewestIrVersion)
        {
            Report(
                OnnxRules.IrVersion,
                $"File format version {model.IrVersion} is not known; 1 to {OnnxOpsets.NewestIrVersion} are.",
                "ir_version");
        }
        else if (opset is >= OnnxOpsets.Oldest and <= OnnxOpsets.Newest && model.IrVersion < OnnxOpsets.IrVersion((int)opset))
        {
            Report(
                OnnxRules.IrVersion,
                $"Operator set {opset} needs file format version {OnnxOpsets.IrVersion((int)opset)}, and the model says {model.IrVersion}.",
                "ir_version");
        }

        foreach (var entries in model.MetadataProps.GroupBy(static p => p.Key).Where(static g => g.Count() > 1))
        {
            Report(OnnxRules.Metadata, $"The key is given {entries.Count()} times.", entries.Key);
        }
    }
}
