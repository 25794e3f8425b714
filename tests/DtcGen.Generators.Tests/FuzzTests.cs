using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit.Abstractions;

namespace DtcGen.Generators.Tests;

/// <summary>
/// Sources with tokens deleted, doubled and replaced: the generator never throws, and what it writes compiles unless it
/// or the compiler says why not.
/// </summary>
public sealed class FuzzTests(ITestOutputHelper output)
{
    // The environment can ask for another run: DTC_FUZZ_SEED, DTC_FUZZ_CASES.
    private static readonly int Seed = Setting("DTC_FUZZ_SEED", 20);
    private static readonly int Cases = Setting("DTC_FUZZ_CASES", 150);

    [Fact]
    public void Mutated_sources_never_break_the_generator()
    {
        output.WriteLine($"Seed {Seed}, {Cases} cases.");
        var chance = new Random(Seed);
        var sources = new[] { Networks.Chain(2, bias: true), Networks.Residual(bias: true), Networks.InSequential(), Networks.InBlocks() };
        var written = 0;
        for (var i = 0; i < Cases; i++)
        {
            var source = Mutate(sources[i % sources.Length], chance);
            var before = TestCompilation.Create([source]);
            var generated = Generated.Run(source);
            if (generated.Sources.Count == 0 || before.GetDiagnostics().Any(static d => d.Severity == DiagnosticSeverity.Error))
            {
                continue;
            }

            written++;
            var errors = generated.Compilation.GetDiagnostics().Where(static d => d.Severity == DiagnosticSeverity.Error).ToArray();
            Assert.True(errors.Length == 0, $"{string.Join('\n', errors.Select(static e => e.ToString()))}\n{source}");
        }

        // Enough mutants are still models, so that the check above is one.
        Assert.True(written > Cases / 20, $"{written} of {Cases} mutants were models.");
    }

    private static string Mutate(string source, Random chance)
    {
        // What stands before the attribute names the libraries; the network comes after it.
        var start = source.IndexOf("[DualTomographic]", StringComparison.Ordinal);
        var all = CSharpSyntaxTree.ParseText(source).GetRoot().DescendantTokens().ToArray();
        var tokens = all.Where(token => token.SpanStart > start).ToList();
        for (var count = chance.Next(1, 3); count > 0; count--)
        {
            var at = chance.Next(tokens.Count);
            var alike = tokens.Where(token => token.IsKind(tokens[at].Kind())).ToArray();
            switch (chance.Next(8))
            {
                case 0:
                    tokens.RemoveAt(at);
                    break;
                case 1:
                    tokens.Insert(at, tokens[at]);
                    break;
                case 2:
                    tokens[at] = tokens[chance.Next(tokens.Count)];
                    break;
                default:
                    // A token for another of its kind, which often leaves a program.
                    tokens[at] = alike[chance.Next(alike.Length)];
                    break;
            }
        }

        return string.Concat(all.Where(token => token.SpanStart <= start).Concat(tokens).Select(static token => token.ToFullString()));
    }

    private static int Setting(string name, int otherwise)
        => int.TryParse(Environment.GetEnvironmentVariable(name), out var value) ? value : otherwise;
}
