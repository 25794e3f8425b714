using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit.Abstractions;

namespace DtcGen.Generators.Tests;

/// <summary>
/// The test models' sources with tokens, statements and members deleted, doubled and swapped: the generator never
/// throws, what it writes compiles, and where it writes nothing, it or the compiler says why.
/// </summary>
public sealed class FuzzTests(ITestOutputHelper output)
{
    // The environment can ask for another run: DTC_FUZZ_SEED, DTC_FUZZ_CASES, and DTC_FUZZ_FIRST to begin at a case that failed.
    private static readonly int Seed = Setting("DTC_FUZZ_SEED", 20);
    private static readonly int Cases = Setting("DTC_FUZZ_CASES", 5000);
    private static readonly int First = Setting("DTC_FUZZ_FIRST", 0);

    // Enough to see what is wrong.
    private const int MostFailures = 5;

    private static readonly string[] Sources =
    [
        ModelSource.With(Networks.Chain(2, bias: true), "Explain = true"),
        .. Networks.All.Select(static network => network.Explained),
        .. RecordedModels.All.Select(static model => model.Source),
        .. RecordedCaseTests.Patterns.Select(RecordedCaseTests.Source),
    ];

    // Every case is this compilation with one file more, so that the libraries are read once.
    private static readonly CSharpCompilation Libraries = TestCompilation.Create([]);

    // A driver that has not run yet; running it makes another.
    private static readonly GeneratorDriver Driver = CSharpGeneratorDriver.Create(
        [new DualTomographicGenerator().AsSourceGenerator()], parseOptions: TestCompilation.ParseOptions);

    [Fact]
    public void MutatedSourcesNeverBreakTheGenerator()
    {
        output.WriteLine($"Seed {Seed}, {Cases} cases.");
        var outcomes = new ConcurrentBag<string>();
        var failures = new ConcurrentDictionary<int, string>();
        Parallel.For(First, First + Cases, (number, loop) =>
        {
            // Each case by itself, so that it is the same in whatever order they run.
            var source = Mutation.Of(Sources[number % Sources.Length], new Random(HashCode(number)));
            var (outcome, failure) = Check(source);
            outcomes.Add(outcome);
            if (failure is not null)
            {
                failures.TryAdd(number, failure);
                if (failures.Count >= MostFailures)
                {
                    loop.Stop();
                }
            }
        });

        foreach (var outcome in outcomes.GroupBy(static outcome => outcome).OrderBy(static group => group.Key, StringComparer.Ordinal))
        {
            output.WriteLine($"{outcome.Key}: {outcome.Count()}");
        }

        Assert.True(
            failures.IsEmpty,
            string.Join(
                "\n\n",
                failures.OrderBy(static f => f.Key)
                    .Select(static f => $"DTC_FUZZ_SEED={Seed} DTC_FUZZ_FIRST={f.Key} DTC_FUZZ_CASES=1\n{f.Value}")));

        // Enough mutants are still models, so that the check above is one.
        Assert.True(Cases < 100 || outcomes.Count(static outcome => outcome == "written") > Cases / 20, "Too few mutants were models.");
    }

    private static (string Outcome, string? Failure) Check(string source)
    {
        var tree = TestCompilation.Parse(source, "Source0.cs");
        var before = Libraries.AddSyntaxTrees(tree);
        GeneratorDriverRunResult result;
        try
        {
            result = Driver.RunGenerators(before).GetRunResult();
        }
        catch (Exception exception)
        {
            return ("thrown", $"{exception}\n{source}");
        }

        if (result.Results[0].Exception is { } caught)
        {
            return ("thrown", $"{caught}\n{source}");
        }

        if (result.GeneratedTrees.IsEmpty)
        {
            return result.Diagnostics.Any(static d => d.Severity == DiagnosticSeverity.Error) ? ("reported", null)
                : IsWrong(before, tree) ? ("left to the compiler", null)
                : ("nothing", $"Nothing is written, and nobody says why.\n{source}");
        }

        // The user's own errors come first, and then nothing is promised; they are looked for only where something is wrong.
        var after = before.AddSyntaxTrees(result.GeneratedTrees);
        var errors = after.GetDeclarationDiagnostics()
            .Concat(result.GeneratedTrees.SelectMany(generated => after.GetSemanticModel(generated).GetDiagnostics()))
            .Where(static d => d.Severity == DiagnosticSeverity.Error)
            .ToArray();
        return errors.Length == 0 ? ("written", null)
            : IsWrong(before, tree) ? ("left to the compiler", null)
            : ("wrong", $"{string.Join('\n', errors.Select(static e => e.ToString()))}\n{source}");
    }

    // Most mutants are no C# at all, which takes no binding to see.
    private static bool IsWrong(Compilation compilation, SyntaxTree tree)
        => tree.GetDiagnostics()
            .Concat(compilation.GetSemanticModel(tree).GetDiagnostics())
            .Any(static d => d.Severity == DiagnosticSeverity.Error);

    private static int HashCode(int number) => unchecked((Seed * 1_000_003) + number);

    private static int Setting(string name, int otherwise)
        => int.TryParse(Environment.GetEnvironmentVariable(name), out var value) ? value : otherwise;
}
