using System.Text.Json;
using static TorchSharp.torch;

namespace DtcGen.PublicModels.Trials;

/// <summary>The side of the child process: runs classes one after the other, and tells of each on its standard output.</summary>
internal static class TrialCommand
{
    /// <summary>The first argument of the child.</summary>
    public const string Name = "--trials";

    /// <summary>What a line of the child's own begins with: the rest is what models print.</summary>
    public const string Mark = "\u0001";

    /// <summary>Runs the classes of a file.</summary>
    public static int Run(string jobs)
    {
        using var output = new StreamWriter(Console.OpenStandardOutput()) { AutoFlush = true };
        Console.SetOut(TextWriter.Null);
        Console.SetError(TextWriter.Null);
        set_num_threads(1);
        set_num_interop_threads(1);
        foreach (var job in JsonSerializer.Deserialize<TrialJob[]>(File.ReadAllText(jobs))!)
        {
            output.WriteLine($"{Mark}begin {job.Class}");
            var result = Run(job, step => output.WriteLine($"{Mark}{step}"));
            output.WriteLine($"{Mark}end {JsonSerializer.Serialize(result)}");
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        return 0;
    }

    private static TrialResult Run(TrialJob job, Action<string> say)
    {
        try
        {
            return new ModelTrial(job, say).Run();
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            return new TrialResult(job.Class, Outcome.NotConstructed, $"{failure.GetType().Name}: {failure.Message}", failure.ToString());
        }
    }
}
