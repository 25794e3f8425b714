using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit.Abstractions;

namespace DtcGen.Generators.Tests;

/// <summary>
/// Sources with tokens deleted, doubled and swapped: the generator never throws, and what it writes compiles unless it
/// or the compiler says why not.
/// </summary>
public sealed class FuzzTests(ITestOutputHelper output)
{
    // The environment can ask for another run: DTC_FUZZ_SEED, DTC_FUZZ_CASES.
    private static readonly int Seed = Setting("DTC_FUZZ_SEED", 20);
    private static readonly int Cases = Setting("DTC_FUZZ_CASES", 200);

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
            if (generated.Sources.IsEmpty || before.GetDiagnostics().Any(static d => d.Severity == DiagnosticSeverity.Error))
            {
                continue;
            }

            written++;
            var errors = generated.Compilation.GetDiagnostics().Where(static d => d.Severity == DiagnosticSeverity.Error).ToArray();
            Assert.True(errors.Length == 0, $"{string.Join('\n', errors.Select(static e => e.ToString()))}\n{source}");
        }

        // Enough mutants are still models, so that the check above is one.
        Assert.True(written > Cases / 50, $"{written} of {Cases} mutants were models.");
    }

    private static string Mutate(string source, Random chance)
    {
        // What stands before the attribute names the libraries; the network comes after it.
        var start = source.IndexOf("[DualTomographic]", StringComparison.Ordinal);
        var tokens = CSharpSyntaxTree.ParseText(source).GetRoot().DescendantTokens().Where(token => token.SpanStart > start).Select(static token => token.ToFullString()).ToList();
        for (var count = chance.Next(1, 4); count > 0; count--)
        {
            var (at, other) = (chance.Next(tokens.Count), chance.Next(tokens.Count));
            switch (chance.Next(4))
            {
                case 0:
                    tokens.RemoveAt(at);
                    break;
                case 1:
                    tokens.Insert(at, tokens[at]);
                    break;
                case 2:
                    (tokens[at], tokens[other]) = (tokens[other], tokens[at]);
                    break;
                default:
                    tokens[at] = tokens[other];
                    break;
            }
        }

        var kept = CSharpSyntaxTree.ParseText(source).GetRoot().DescendantTokens().Where(token => token.SpanStart <= start).Select(static token => token.ToFullString());
        return string.Concat(kept.Concat(tokens));
    }

    private static int Setting(string name, int otherwise)
        => int.TryParse(Environment.GetEnvironmentVariable(name), out var value) ? value : otherwise;
}
