using DtcGen.Onnx.Proto;

namespace DtcGen.Onnx;

/// <summary>Tells whether a model keeps the rules of the ONNX format. <see cref="OnnxModel.Save"/> writes only models that do.</summary>
public static class OnnxChecker
{
    /// <summary>Every rule that the model breaks, in the order of the file; none for a valid model.</summary>
    /// <param name="model">The model.</param>
    public static IReadOnlyList<OnnxFinding> Check(OnnxModel model) => Judge(model).Broken;

    /// <summary>Every rule that the model breaks, and what in it is not known: newer than the checker, or another program's own.</summary>
    /// <param name="model">The model.</param>
    public static OnnxVerdict Judge(OnnxModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        return Judge(model.Proto, folder: null);
    }

    /// <summary>As above; external data is looked for, and not read, where there is a <paramref name="folder"/> for it.</summary>
    internal static OnnxVerdict Judge(ModelProto model, ExternalDataFolder? folder)
    {
        var findings = new Findings();
        ModelCheck.Check(model, findings);
        if (model.Graph is not { } graph)
        {
            return findings.Verdict;
        }

        var tensors = new TensorCheck(folder, findings);
        var operators = OperatorLookup.Of(model);
        new GraphCheck(new NodeCheck(operators, findings), tensors, findings).Check(graph, outer: null);
        FunctionCheck.Check(model, operators, tensors, findings);
        new TypeCheck(operators, findings).Check(graph);
        if (!findings.AnyBroken)
        {
            // Shapes are inferred only where names, order and types can be relied on.
            ShapeCheck.Check(model, findings);
        }

        // Of a format that is newer than this checker, nothing is broken for certain.
        return model.IrVersion > OnnxOpsets.NewestIrVersion
            ? new OnnxVerdict([], [.. findings.Verdict.NotKnown, .. findings.Verdict.Broken])
            : findings.Verdict;
    }
}
