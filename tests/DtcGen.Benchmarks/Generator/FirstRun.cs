using System.Reflection;
using System.Runtime;
using DtcGen.Generators.Tests.Harness;

namespace DtcGen.Benchmarks;

/// <summary>The generator's first run in a process, whose own code is compiled then.</summary>
internal static class FirstRun
{
    public static GeneratorMeasurement Measure()
    {
        var run = new CompilerOfSdk().Fresh(typeof(FirstRun)).GetMethod(nameof(Run), BindingFlags.Static | BindingFlags.NonPublic)!;
        var (milliseconds, steps, methods) = ((double, int, long))run.Invoke(null, null)!;
        Console.WriteLine($"The generator's first run compiles {methods} methods.");
        return new("first run in a process: 60 layers in blocks", milliseconds, steps);
    }

    private static (double Milliseconds, int Steps, long Methods) Run()
    {
        // The compiler has compiled these files before, and run a generator, as it runs the SDK's own in every build.
        string[] blocks = [SixtyLayers.InBlocks(), SixtyLayers.Block()];
        GeneratorCommand.Compile(TestCompilation.Create(blocks));
        GeneratorCommand.NewDriver(new AnotherGenerator()).RunGenerators(TestCompilation.Create(blocks));

        var project = TestCompilation.Create(blocks);
        var before = JitInfo.GetCompiledMethodCount(currentThread: true);
        var (milliseconds, driver) = GeneratorCommand.Timed(() => GeneratorCommand.NewDriver().RunGenerators(project));
        return (milliseconds, GeneratorCommand.Rerun(driver), JitInfo.GetCompiledMethodCount(currentThread: true) - before);
    }
}
