using DtcGen.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Xunit.Abstractions;

namespace DtcGen.Generators.Tests;

/// <summary>
/// Classes that invite a misreading, one a file. Each is read, and then computes what its file and its clipped self do;
/// or it is declined, or refused, at the expression that decides it.
/// </summary>
public sealed class CaseTests(ITestOutputHelper output)
{
    public static TheoryData<string> Names => [.. CaseFile.Names()];

    [Theory]
    [MemberData(nameof(Names))]
    public void IsReadRightOrNotAtAll(string name)
    {
        var file = CaseFile.Of(name);
        var generated = Generated.Run(file.Source);
        var (outcome, at) = Outcome(file, generated);
        output.WriteLine($"{name}: {outcome} {at}");
        Assert.Equal((file.Expected, file.At), (outcome, at));
    }

    private static (string Outcome, string At) Outcome(CaseFile file, Generated generated)
    {
        var errors = generated.Diagnostics.Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).ToArray();
        if (errors.Length > 0)
        {
            Assert.DoesNotContain(generated.Sources, static source => source.Name.Contains("Net.", StringComparison.Ordinal));
            return (errors.All(static error => Descriptors.IsDeclined(error.Id))
                ? "declined"
                : "refused", string.Join(" | ", errors.Select(error => OnOneLine(generated.TextAt(error)))));
        }

        generated.AssertCompiles();
        return (NumericCheck.Run(generated.Network, file.MakeInputs) is not { } wrong ? "read"
            : wrong == NumericCheck.NotExported ? "unexported"
            : $"WRONG: {wrong}", string.Empty);
    }

    private static string OnOneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
