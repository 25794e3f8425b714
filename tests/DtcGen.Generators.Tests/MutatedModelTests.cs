using System.Diagnostics;
using DtcGen.Recording;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TorchSharp;
using Xunit.Abstractions;
using static TorchSharp.torch;

namespace DtcGen.Generators.Tests;

/// <summary>
/// Models with a slip of the hand in them that still compile and run: each, read or recorded, computes what its file does, each of
/// its groups is clipped exactly, and what is read is right when it is recorded too. So what is wrong without a word shows.
/// </summary>
public sealed class MutatedModelTests(ITestOutputHelper output)
{
    // The environment can ask for another run: DTC_MUTANTS_SEED, DTC_MUTANTS_SECONDS, and DTC_MUTANTS_FIRST to begin at a case that failed.
    private static readonly int Seed = Setting("DTC_MUTANTS_SEED", 30);
    private static readonly int First = Setting("DTC_MUTANTS_FIRST", 0);

    // What is checked is the same everywhere; how much of it, the machine decides.
    private static readonly TimeSpan Time = TimeSpan.FromSeconds(Setting("DTC_MUTANTS_SECONDS", 30));

    private static readonly CSharpCompilation Libraries = TestCompilation.Create([]);

    private static readonly GeneratorDriver Driver = CSharpGeneratorDriver.Create(
        [new DualTomographicGenerator().AsSourceGenerator()], parseOptions: TestCompilation.ParseOptions);

    private static readonly (string Source, Func<long, Tensor[]> Inputs)[] Models =
    [
        .. new[] { Networks.Chain(2, bias: true) }
            .Select(static source => (source, (Func<long, Tensor[]>)(static batch => [randn(batch, 6)]))),
        .. Networks.All.Select(static network => (network.Source, (Func<long, Tensor[]>)network.MakeInputs)),
        // One of them shares a layer among all its objects, which this test takes for different ones.
        .. CaseFile.Names()
            .Select(CaseFile.Of)
            .Where(static file => file.Expected != "refused" && file.Name != "V42_cached_factory")
            .Select(static file => (file.Asking, (Func<long, Tensor[]>)file.MakeInputs)),
    ];

    [Fact]
    public void WhatIsReadOrRecordedOfThemIsRight()
    {
        var clock = Stopwatch.StartNew();
        var failures = new List<string>();
        var (read, recorded, refused) = (0, 0, 0);

        // TorchSharp 0.107's matmul ends the process where sizes do not fit: no slip may come near it.
        for (var number = First; clock.Elapsed < Time || read + recorded == 0; number++)
        {
            var (source, inputs) = Models[number % Models.Length];
            var mutant = Mutation.Of(source, new Random(unchecked((Seed * 1_000_003) + number)));
            if (mutant.Contains("matmul", StringComparison.Ordinal) || Compile(mutant) is not { } network || !Runs(network, inputs))
            {
                continue;
            }

            var outcome = NumericCheck.Run(network, inputs);
            if (outcome is NumericCheck.NotExported or NumericCheck.NotRecorded)
            {
                refused++;
            }
            else if (outcome is not null)
            {
                failures.Add($"Case {number}: {outcome}\n{mutant}");
            }
            else if (network.IsAssignableTo(typeof(IRecordedModel)))
            {
                recorded++;
            }
            else
            {
                read++;
                if (Recorded(mutant, inputs) is { } wrong)
                {
                    failures.Add($"Case {number}: {wrong}\n{mutant}");
                }
            }
        }

        output.WriteLine(
            $"Of the mutants that ran, {read} were read, {recorded} recorded, {refused} refused, in {clock.Elapsed.TotalSeconds:f0} s.");
        Assert.True(failures.Count == 0, string.Join("\n\n", failures));
    }

    // What was read is recorded too, and must be right as well: the groups are those of two fronts that share no code.
    private static string? Recorded(string mutant, Func<long, Tensor[]> inputs)
    {
        return Compile(ModelSource.Recorded(mutant)) is not { } other ? "it is read, and cannot be recorded"
            : NumericCheck.Run(other, inputs) is { } wrong ? $"recorded: {wrong}"
            : null;
    }

    // The model's class, when the mutant is C# and was read.
    private static Type? Compile(string source)
    {
        var tree = TestCompilation.Parse(source, "Source0.cs");
        if (tree.GetDiagnostics().Any())
        {
            return null;
        }

        var before = Libraries.WithAssemblyName($"Mutant{Guid.NewGuid():N}").AddSyntaxTrees(tree);
        var result = Driver.RunGenerators(before).GetRunResult();
        if (result.GeneratedTrees.IsEmpty)
        {
            return null;
        }

        using var image = new MemoryStream();
        if (MakesItself(before) || !before.AddSyntaxTrees(result.GeneratedTrees).Emit(image).Success)
        {
            return null;
        }

        image.Position = 0;
        return new System.Runtime.Loader.AssemblyLoadContext(null).LoadFromStream(image).GetType("Tested.Net");
    }

    // A class that makes one of its own while it is made never ends, and takes the process with it.
    private static bool MakesItself(CSharpCompilation compilation)
    {
        var made = new Dictionary<string, HashSet<string>>();
        foreach (var creation in compilation.SyntaxTrees[0].GetRoot().DescendantNodes().OfType<BaseObjectCreationExpressionSyntax>())
        {
            var name = compilation.GetSemanticModel(creation.SyntaxTree).GetTypeInfo(creation).Type?.Name ?? string.Empty;
            var maker = creation.FirstAncestorOrSelf<TypeDeclarationSyntax>()?.Identifier.ValueText ?? string.Empty;
            (made.TryGetValue(maker, out var known) ? known : made[maker] = []).Add(name);
        }

        return made.Keys.Any(name => Reaches(name, name, []));

        bool Reaches(string from, string to, HashSet<string> seen)
            => made.TryGetValue(from, out var next) && next.Any(name => name == to || (seen.Add(name) && Reaches(name, to, seen)));
    }

    // What does not run by itself, whatever was made of it, is nobody's model.
    private static bool Runs(Type network, Func<long, Tensor[]> inputs)
    {
        using var scope = NewDisposeScope();
        try
        {
            using var model = LoadedModel.Of(network, 1);
            model.Call(inputs(3));
            model.Module.eval();
            return model.Call(inputs(1)).All(static output => output.dtype == ScalarType.Float32);
        }
        catch (Exception)
        {
            return false;
        }
    }

    private static int Setting(string name, int otherwise)
        => int.TryParse(Environment.GetEnvironmentVariable(name), out var value) ? value : otherwise;
}
