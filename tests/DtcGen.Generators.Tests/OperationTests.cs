using System.Runtime.CompilerServices;
using System.Text;
using DtcGen.Generators.Tests.Operations;

namespace DtcGen.Generators.Tests;

/// <summary>Every operation in every spelling: read, clipped exactly, exported. docs/operations.md is what came out.</summary>
public sealed class OperationTests
{
    private const string Recorded = "[DualTomographic(Record = true)]";

    [Fact]
    public void ThePageSaysWhatWasReadClippedAndExported()
    {
        var rows = OperationRows.Sections.SelectMany(static section => section.Rows).ToArray();
        var outcomes = rows.Zip(Run(rows, inNewerSets: true), static (row, outcome) => (Row: row, Outcome: outcome)).ToArray();
        var wrong = string.Join('\n', outcomes
            .Where(static item => !item.Outcome.IsRight)
            .Select(static item => $"{item.Row.Name}, {item.Row.Spelling}: {item.Outcome}"));
        Assert.True(wrong.Length == 0, wrong);

        var page = Path.Combine(RepositoryFolder(), "docs", "operations.md");
        var received = Path.ChangeExtension(page, ".received.md");
        var text = Page(outcomes.ToDictionary(static item => item.Row, static item => item.Outcome));
        if (File.Exists(page) && File.ReadAllText(page).ReplaceLineEndings("\n") == text)
        {
            File.Delete(received);
            return;
        }

        File.WriteAllText(received, text);
        Assert.Fail($"{page} is not what the operations do now. Compare it with {received}, and copy that over it if it is right.");
    }

    [Fact]
    public void RecordedItIsRightAndLosesNoNeuronsThatItsReaderSees()
    {
        var rows = OperationRows.Sections.SelectMany(static section => section.Rows).Where(static row => !row.IsRecorded).ToArray();
        var wrong = rows.Zip(Run(rows), Run(rows, Recorded, inNewerSets: true))
            .Where(static item => !item.Third.IsRight || item.Third.Read != "recorded"
                || (item.Second.Clip == "exact" && item.Third.Clip != "exact"))
            .Select(static item => $"{item.First.Spelling}: read {item.Second}, recorded {item.Third}");
        Assert.Empty(wrong);
    }

    private static OperationOutcome[] Run(OperationRow[] rows, string attribute = "[DualTomographic]", bool inNewerSets = false)
        =>
        [
            .. rows.Zip(
                OperationModels.Make(rows, row => row.IsRecorded ? Recorded : attribute),
                (row, model) => model.Refusal is { } refusal
                    ? OperationOutcome.Refused(refusal)
                    : OperationOutcome.Run(row, model.Network!, inNewerSets)),
        ];

    private static string Page(Dictionary<OperationRow, OperationOutcome> outcomes)
    {
        var text = new StringBuilder("""
            # Operations

            Written by a test of DtcGen.Generators.Tests, which fails when this page and the code disagree. Each row is a model: a layer makes `x`, the operation works on it, and another layer takes the result. `op` is one more layer, `input` the model's input.

            - *read*: "yes" when the generator reads it in `forward`, "recorded" when the model is [recorded when it runs](recorded.md) because of it; "no" comes with its diagnostic.
            - *clip*: "exact" when neurons of the layer before it were clipped, and the model computed what it computes with the same neurons masked, to 1e-5. "stay" when those neurons cannot leave, with the reason that the model gives.
            - *ONNX*: "yes" when the exported file passed the checker and computed the same under ONNX Runtime, to 1e-4, before and after the clip.

            Names without `torch.` or `functional.` are layers, by their factories in `torch.nn`.


            """.ReplaceLineEndings("\n"));
        foreach (var (section, rows) in OperationRows.Sections)
        {
            text.Append($"## {section}\n\n| operation | spelling | on | read | clip | ONNX |\n| --- | --- | --- | --- | --- | --- |\n");
            foreach (var row in rows)
            {
                var outcome = outcomes[row];
                text.Append(
                    $"| {row.Name} | `{row.Spelling}` | {row.Around.Name} | {Cell(outcome.Read)} | {Cell(outcome.Clip)} | {Cell(outcome.Onnx)} |\n");
            }

            text.Append('\n');
        }

        return text.ToString().TrimEnd('\n') + "\n";
    }

    private static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal);

    private static string RepositoryFolder([CallerFilePath] string file = "")
        => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "..", ".."));
}
