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

    private static readonly string[] StepsBehind = [PipelineSteps.Diagnose, PipelineSteps.Model, PipelineSteps.Group, PipelineSteps.Write];

    public static Command Create()
    {
        Option<FileInfo?> json = new("--json") { Description = "Writes the results here as JSON: a list of {name, milliseconds, stepsRerun}." };
        Command command = new("generator", "What the generator adds to a build of a 60-layer network, and to an edit elsewhere in a project of 200 files.") { json };
        command.SetAction(parsed =>
        {
            List<GeneratorMeasurement> results = [.. Cold(), .. Edits()];
            foreach (GeneratorMeasurement result in results)
            {
                string steps = result.StepsRerun is { } count ? $", {count} of {StepsBehind.Length} steps behind the transform ran" : "";
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

        // The compiler has compiled these files before, and the generator has never run: its own code is compiled here.
        Compile(TestCompilation.Create(blocks));
        (double first, GeneratorDriver driver) = Timed(() => NewDriver().RunGenerators(TestCompilation.Create(blocks)));
        yield return new("first run in a process: 60 layers in blocks", first, Rerun(driver));
        foreach ((string name, string[] sources) in new[] { ("60 layers in blocks", blocks), ("60 layers in fields", fields) })
        {
            yield return new($"generator, cold: {name}", MedianOf(() => NewDriver().RunGenerators(TestCompilation.Create(sources)), out driver), Rerun(driver));
            yield return new($"compiler alone: {name}", MedianOf(() => Compile(TestCompilation.Create(sources)), out _), null);
        }
    }

    private static IEnumerable<GeneratorMeasurement> Edits()
    {
        Dictionary<string, string> files = new() { ["Blocks.cs"] = SixtyLayers.InBlocks(), ["Block.cs"] = SixtyLayers.Block() };
        for (int number = files.Count; number < Files; number++)
        {
            files.Add($"Record{number}.cs", SixtyLayers.Elsewhere(number));
        }

        CSharpCompilation project = TestCompilation.Create([]).AddSyntaxTrees(files.Select(static file => TestCompilation.Parse(file.Value, file.Key)));
        GeneratorDriver warm = NewDriver().RunGenerators(project);
        foreach ((string name, string file, Func<int, string> edit) in new (string, string, Func<int, string>)[]
        {
            ("an edit elsewhere", "Record150.cs", static round => SixtyLayers.Elsewhere(150).Replace("value + 150", $"value + {round}", StringComparison.Ordinal)),
            ("an edit of the block's file", "Block.cs", static round => SixtyLayers.Block().Replace("relu(y +", round % 2 == 0 ? "gelu(y +" : "silu(y +", StringComparison.Ordinal)),
        })
        {
            SyntaxTree old = project.SyntaxTrees.Single(tree => tree.FilePath == file);
            List<double> whole = [], transform = [];
            GeneratorDriver driver = warm;
            for (int round = 0; round < Repeats; round++)
            {
                CSharpCompilation edited = project.ReplaceSyntaxTree(old, TestCompilation.Parse(edit(round), file));
                (double milliseconds, driver) = Timed(() => driver.RunGenerators(edited));
                whole.Add(milliseconds);
                transform.Add(driver.GetRunResult().Results[0].TrackedSteps[PipelineSteps.Read].Sum(static step => step.ElapsedTime.TotalMilliseconds));
            }

            yield return new($"{name} in {Files} files: the transform", Timing.Median(transform), Rerun(driver));
            yield return new($"{name} in {Files} files: all that the generator does", Timing.Median(whole), Rerun(driver));
        }
    }

    private static double MedianOf<T>(Func<T> work, out T last)
    {
        List<double> times = [];
        last = default!;
        for (int round = 0; round < Repeats; round++)
        {
            (double milliseconds, last) = Timed(work);
            times.Add(milliseconds);
        }

        return Timing.Median(times);
    }

    private static (double Milliseconds, T Result) Timed<T>(Func<T> work)
    {
        long start = Stopwatch.GetTimestamp();
        T result = work();
        return (Stopwatch.GetElapsedTime(start).TotalMilliseconds, result);
    }

    private static int Compile(Compilation compilation) => compilation.GetDiagnostics().Length;

    private static GeneratorDriver NewDriver() => CSharpGeneratorDriver.Create(
        [new DualTomographicGenerator().AsSourceGenerator()],
        parseOptions: TestCompilation.ParseOptions,
        driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));

    private static int Rerun(GeneratorDriver driver)
    {
        GeneratorRunResult result = driver.GetRunResult().Results[0];
        return StepsBehind.Count(step => result.TrackedSteps.TryGetValue(step, out var runs)
            && runs.SelectMany(static run => run.Outputs).Any(static output => output.Reason != IncrementalStepRunReason.Cached));
    }
}
