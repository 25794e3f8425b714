using DtcGen.Generators.Functions;
using DtcGen.Generators.Tests.Operations;
using DtcGen.Onnx;
using DtcGen.Onnx.Proto;
using DtcGen.Recording;
using Xunit.Abstractions;
using static TorchSharp.torch;

namespace DtcGen.Generators.Tests;

/// <summary>The functions that both fronts have from one table: what a call is read as is what it is recorded as.</summary>
public sealed class FunctionTests(ITestOutputHelper output)
{
    private const double Tolerance = 1e-4;

    [Fact]
    public void WhatIsReadIsWhatIsRecorded()
    {
        var rows = TorchFunctions.All
            .Where(static function => function.IsRead)
            .SelectMany(FunctionSpellings.Of)
            .ToArray();
        var read = OperationModels.Make(rows, static _ => "[DualTomographic(Record = false)]");
        var recorded = OperationModels.Make(rows, static _ => "[DualTomographic(Record = true)]");
        var differing = new List<string>();
        var known = new List<string>();
        for (var i = 0; i < rows.Length; i++)
        {
            if (read[i].Network is not { } first)
            {
                output.WriteLine($"not read: {rows[i].Spelling} {rows[i].Members}: {read[i].Refusal!.GetMessage()}");
                continue;
            }

            known.Add(rows[i].Name);
            if (Difference(rows[i], first, recorded[i].Network!) is { } difference)
            {
                differing.Add($"{rows[i].Spelling} {rows[i].Members}: {difference}");
            }
        }

        output.WriteLine($"{rows.Length} calls, {known.Distinct().Count()} functions");
        Assert.True(differing.Count == 0, string.Join('\n', differing));
        Assert.Equal(rows.Select(static row => row.Name).Distinct(), known.Distinct());
    }

    private string? Difference(OperationRow row, Type read, Type recorded)
    {
        using var scope = NewDisposeScope();
        using var noGrad = no_grad();
        using var one = LoadedModel.Of(read, 1);
        using var other = LoadedModel.Of(recorded, 1);
        LayerWeights.Copy(one.Module, other.Module);
        var input = randn([3, .. row.Around.Input]);
        ((IRecordedModel)other.Module).RecordInputs(input);
        if (Groups(one).Except(Groups(other)).Any())
        {
            return $"read {string.Join(", ", Groups(one))}; recorded {string.Join(", ", Groups(other))}";
        }

        string[] steps;
        try
        {
            steps = Steps(one, input);
        }
        catch (OnnxExportException refusal)
        {
            output.WriteLine($"not exported: {row.Spelling} {row.Members}: {refusal.Message}");
            return null;
        }

        var others = Steps(other, input);
        return !steps.SequenceEqual(others) ? $"read\n  {string.Join("\n  ", steps)}\nrecorded\n  {string.Join("\n  ", others)}"
            : ExportedFile.Difference(one, input) is > Tolerance and var difference ? $"the file differs by {difference:g3}"
            : null;
    }

    private static IEnumerable<string> Groups(LoadedModel model)
        => model.Neurons.Groups.Select(group => $"{NetworkGroup.MembersOf(group)} of {model.Neurons.CountNeurons(group)}");

    // The file's nodes, whatever their names.
    private static string[] Steps(LoadedModel model, Tensor input)
    {
        var graph = ExportedFile.Export(model, input).Proto.Graph;
        var names = graph.Initializer.ToDictionary(
            static tensor => tensor.Name,
            static tensor => new TensorProto(tensor) { Name = string.Empty }.ToString(),
            StringComparer.Ordinal);
        foreach (var output in graph.Input.Select(static value => value.Name).Concat(graph.Node.SelectMany(static node => node.Output)))
        {
            names[output] = $"#{names.Count}";
        }

        return
        [
            .. graph.Node.Select(node =>
                $"{node.OpType}({string.Join(", ", node.Input.Select(input => input.Length == 0 ? "" : names[input]))}) {node.Attribute}"),
        ];
    }
}
