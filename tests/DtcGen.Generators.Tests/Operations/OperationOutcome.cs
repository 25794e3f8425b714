using DtcGen.Onnx;
using DtcGen.Recording;
using Microsoft.CodeAnalysis;
using TorchSharp;
using static TorchSharp.torch;

namespace DtcGen.Generators.Tests.Operations;

/// <summary>What came of one row: whether it was read, how its neurons are clipped, and whether its file computes the same.</summary>
internal sealed record OperationOutcome(string Read, string Clip, string Onnx)
{
    private const string Yes = "yes";
    private const double Tolerance = 1e-5;
    private const double OnnxTolerance = 1e-4;

    // Beside the default. The last is the newest that ONNX Runtime takes.
    private static readonly int[] NewerOpsets = [18, 21, 24, OnnxOpsets.Newest];

    /// <summary>Whether what was read holds: anything else is a mistake, which no page may hide.</summary>
    public bool IsRight
        => (Clip.StartsWith("exact", StringComparison.Ordinal) || Clip.StartsWith("stay", StringComparison.Ordinal) || Clip == "—")
            && (Onnx is Yes or "—" || Onnx.StartsWith("no: ", StringComparison.Ordinal));

    /// <summary>A row that the generator refuses, with the place and reason that it gives.</summary>
    public static OperationOutcome Refused(Diagnostic diagnostic) => new($"no: {diagnostic.GetMessage()}", "—", "—");

    /// <summary>Runs a row's model: masked beside clipped, and exported.</summary>
    /// <param name="row">The row.</param>
    /// <param name="network">Its model.</param>
    /// <param name="inNewerSets">Whether it is exported in newer operator sets too.</param>
    public static OperationOutcome Run(OperationRow row, Type network, bool inNewerSets)
    {
        using var scope = NewDisposeScope();
        using var clipped = LoadedModel.Of(network, 1);
        using var masked = LoadedModel.Of(network, 2);
        var words = row.Around == Surroundings.Words;
        clipped.Module.train();
        clipped.Call(Input(row, 8, words));
        clipped.Call(Input(row, 8, words));
        LayerWeights.Copy(clipped.Module, masked.Module);
        (clipped.Module as IRecordedModel)?.RecordInputs(Input(row, 8, words));
        clipped.Module.eval();
        masked.Module.eval();
        var before = Export(row, clipped, OnnxOpsets.Default);
        if (before == Yes && inNewerSets)
        {
            before = Spellings(row, clipped).Select(opset => Export(row, clipped, opset)).FirstOrDefault(static o => o != Yes) ?? Yes;
        }

        var stays = clipped.Neurons.Pinned.FirstOrDefault(static pinned => pinned.Layer == "first")?.Reason;
        var clip = stays is null ? Remove(row, clipped, masked, Input(row, 3, words)) : $"stay: {stays}";
        return new(
            clipped.Module is IRecordedModel ? "recorded" : Yes,
            clip,
            before == Yes && stays is null ? Export(row, clipped, OnnxOpsets.Default) : before);
    }

    // The newest of those sets in which the nodes are spelt alike: loading each of them would tell the same again.
    private static IEnumerable<int> Spellings(OperationRow row, LoadedModel model)
        => NewerOpsets.GroupBy(opset => string.Join('\n', ExportedFile
                .Export(model, new OnnxExportOptions { Opset = opset }, Input(row, 3, row.Around == Surroundings.Words)).Proto.Graph.Node))
            .Select(static group => group.Max());

    // What the file computes beside the model; a refusal says why there is none.
    private static string Export(OperationRow row, LoadedModel model, int opset)
    {
        try
        {
            var difference = ExportedFile.Difference(
                model, new OnnxExportOptions { Opset = opset }, Input(row, 3, row.Around == Surroundings.Words));
            return difference <= OnnxTolerance ? Yes : $"differs by {difference:g3} in operator set {opset}";
        }
        catch (OnnxExportException refusal)
        {
            return $"no: {refusal.Message}";
        }
    }

    // All groups at once, each to three of its neurons; the masked model loses the inputs by which they are taken.
    private static string Remove(OperationRow row, LoadedModel clipped, LoadedModel masked, Tensor input)
    {
        foreach (var group in clipped.Neurons.Groups)
        {
            var count = clipped.Neurons.CountNeurons(group);
            var keep = KeepSets.Random(count, 3, new Random((int)count + group.Index));
            foreach (var layer in group.Members
                .Where(static member => member.Role == NeuronRole.Consumer)
                .Select(static member => member.Layer))
            {
                var taken = layer == "last" && group.Name == "first" ? row.Taken : layer;
                LayerWeights.ZeroColumns(masked.Module, layer, taken.Inputs(count, KeepSets.All(count).Except(keep)));
            }

            clipped.Neurons.Clip(group, keep);
        }

        var difference = LayerWeights.Difference(masked.Call(input)[0], clipped.Call(input)[0]);
        return difference <= Tolerance ? "exact" : $"differs by {difference:g3}";
    }

    private static Tensor Input(OperationRow row, long batch, bool words)
        => words ? randint(11, [batch, .. row.Around.Input], ScalarType.Int64) : randn([batch, .. row.Around.Input]);
}
