using System.CommandLine;
using System.Diagnostics;
using DtcGen.Generators;
using DtcGen.Generators.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace DtcGen.Benchmarks;

/// <summary>The verb that measures what the generator costs a build and an editor.</summary>
internal static class GeneratorCommand
{
    private const int Files = 200;
    private const int Repeats = 25;

    private static readonly string[] StepsBehind =
    [
        PipelineSteps.Diagnose, PipelineSteps.Model, PipelineSteps.Group, PipelineSteps.Write, PipelineSteps.Record,
    ];

    public static Command Create()
    {
        var json = new Option<FileInfo?>(
            "--json")
        { Description = "Writes the results here as JSON: a list of {name, milliseconds, stepsRerun}." };
        var command = new Command(
            "generator",
            "What the generator adds to a build of a 60-layer network, and to an edit elsewhere in a project of 200 files.") { json };
        command.SetAction(parsed =>
        {
            List<GeneratorMeasurement> results = [.. Cold(), .. Edits()];
            foreach (var result in results)
            {
                var steps = result.StepsRerun is { } count ? $", {count} of {StepsBehind.Length} steps behind the transform ran" : "";
                Console.WriteLine(FormattableString.Invariant($"{result.Name,-72} {result.Milliseconds,9:0.00} ms{steps}"));
            }

            ResultFile.Write(parsed.GetValue(json), results);

            return 0;
        });
        return command;
    }

    private static IEnumerable<GeneratorMeasurement> Cold()
    {
        string[] fields = [SixtyLayers.InFields()];
        string[] blocks = [SixtyLayers.InBlocks(), SixtyLayers.Block()];
        string[] recorded = [SixtyLayers.Recorded(), SixtyLayers.Block()];

        yield return FirstRun.Measure();
        NewDriver().RunGenerators(TestCompilation.Create(blocks));
        foreach (var (name, sources) in new[]
        {
            ("60 layers in blocks", blocks), ("60 layers in fields", fields), ("60 layers in blocks, recorded", recorded),
        })
        {
            List<double> generator = [], compiler = [];
            var driver = NewDriver();
            for (var round = 0; round < Repeats; round++)
            {
                (var milliseconds, driver) = Timed(() => NewDriver().RunGenerators(TestCompilation.Create(sources)));
                generator.Add(milliseconds);
                compiler.Add(Timed(() => Compile(TestCompilation.Create(sources))).Milliseconds);
            }

            yield return new($"generator, cold: {name}", Timing.Median(generator), Rerun(driver));
            yield return new($"compiler alone: {name}", Timing.Median(compiler), null);
        }
    }

    private static IEnumerable<GeneratorMeasurement> Edits()
    {
        var files = new Dictionary<string, string> { ["Blocks.cs"] = SixtyLayers.InBlocks(), ["Block.cs"] = SixtyLayers.Block() };
        for (var number = files.Count; number < Files; number++)
        {
            files.Add($"Record{number}.cs", SixtyLayers.Elsewhere(number));
        }

        var project = TestCompilation.Create([]).AddSyntaxTrees(files.Select(static file => TestCompilation.Parse(file.Value, file.Key)));
        var warm = NewDriver().RunGenerators(project);
        foreach (var (name, file, edit) in new (string, string, Func<int, string>)[]
        {
            ("an edit elsewhere", "Record150.cs", static round => SixtyLayers.Elsewhere(150)
                .Replace("value + 150", $"value + {round}", StringComparison.Ordinal)),
            ("a new member elsewhere", "Record150.cs", static round => SixtyLayers.Elsewhere(150)
                .Replace("public void Add", $"public int Added{round};\n\n    public void Add", StringComparison.Ordinal)),
            ("an edit of the block's file", "Block.cs", static round => SixtyLayers.Block()
                .Replace("relu(y +", round % 2 == 0 ? "gelu(y +" : "silu(y +", StringComparison.Ordinal)),
        })
        {
            var old = project.SyntaxTrees.Single(tree => tree.FilePath == file);
            List<double> whole = [], transform = [];
            var driver = warm;
            for (var round = 0; round < Repeats; round++)
            {
                var edited = project.ReplaceSyntaxTree(old, TestCompilation.Parse(edit(round), file));
                (var milliseconds, driver) = Timed(() => driver.RunGenerators(edited));
                whole.Add(milliseconds);
                transform.Add(driver.GetRunResult().Results[0].TrackedSteps[PipelineSteps.Read]
                    .Sum(static step => step.ElapsedTime.TotalMilliseconds));
            }

            yield return new($"{name} in {Files} files: the transform", Timing.Median(transform), Rerun(driver));
            yield return new($"{name} in {Files} files: all that the generator does", Timing.Median(whole), Rerun(driver));
        }
    }

    internal static (double Milliseconds, T Result) Timed<T>(Func<T> work)
    {
        var start = Stopwatch.GetTimestamp();
        var result = work();
        return (Stopwatch.GetElapsedTime(start).TotalMilliseconds, result);
    }

    internal static int Compile(Compilation compilation) => compilation.GetDiagnostics().Length;

    internal static GeneratorDriver NewDriver(IIncrementalGenerator? generator = null) => CSharpGeneratorDriver.Create(
        [(generator ?? new DualTomographicGenerator()).AsSourceGenerator()],
        parseOptions: TestCompilation.ParseOptions,
        driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));

    internal static int Rerun(GeneratorDriver driver)
    {
        var result = driver.GetRunResult().Results[0];
        return StepsBehind.Count(step => result.TrackedSteps.TryGetValue(step, out var runs)
            && runs.SelectMany(static run => run.Outputs).Any(static output => output.Reason != IncrementalStepRunReason.Cached));
    }
}
