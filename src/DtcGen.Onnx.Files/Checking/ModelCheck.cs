using DtcGen.Onnx.Proto;

namespace DtcGen.Onnx;

/// <summary>The rules about the model as a whole.</summary>
internal static class ModelCheck
{
    private const string DefaultDomain = "";

    // Older files have no operator sets.
    private const int FirstWithOpsets = 3;

    /// <summary>The default domain has two spellings.</summary>
    public static string Domain(string domain) => domain == "ai.onnx" ? DefaultDomain : domain;

    public static void Check(ModelProto model, Findings findings)
    {
        if (model.Graph is null)
        {
            findings.Broken(OnnxRules.GraphName, "The model has no graph.", "graph");
        }

        if (model.IrVersion < 1)
        {
            findings.Broken(
                OnnxRules.IrVersion, $"The file format version is {model.IrVersion}, and the first is 1. Set ir_version.", "ir_version");
        }
        else if (model.IrVersion > OnnxOpsets.NewestIrVersion)
        {
            findings.NotKnown(
                OnnxRules.IrVersion,
                $"File format version {model.IrVersion} is newer than {OnnxOpsets.NewestIrVersion}, the newest known: what it added is not checked.",
                "ir_version");
        }

        if (model.OpsetImport.Count == 0 && model.IrVersion >= FirstWithOpsets)
        {
            findings.Broken(OnnxRules.Opset, "No operator set is imported. Name one in opset_import.", "opset_import");
        }

        CheckOpsets(model.OpsetImport, "opset_import", findings);
        foreach (var entries in Repeated.Of(model.MetadataProps.Select(static p => p.Key)))
        {
            findings.Broken(OnnxRules.Metadata, $"The key is given {entries.Count()} times.", entries.Key);
        }
    }

    /// <summary>The rules about the operator sets of a model or of a function.</summary>
    public static void CheckOpsets(IEnumerable<OperatorSetIdProto> imports, string location, Findings findings)
    {
        foreach (var domain in imports.GroupBy(static o => Domain(o.Domain)))
        {
            var (name, version) = (domain.Key.Length > 0 ? domain.Key : "ai.onnx", domain.First().Version);
            if (domain.Count() > 1)
            {
                findings.Broken(OnnxRules.Opset, $"Domain {name} is imported {domain.Count()} times.", location);
            }

            if (version < 1)
            {
                findings.Broken(OnnxRules.Opset, $"Operator set {version} of {name} does not exist; the first is 1.", location);
            }
            else if (OperatorTable.Domains.TryGetValue(domain.Key, out var newest) && version > newest)
            {
                findings.NotKnown(
                    OnnxRules.Opset,
                    $"Operator set {version} of {name} is newer than {newest}, the newest known: its operators are not checked.",
                    location);
            }
        }
    }
}
