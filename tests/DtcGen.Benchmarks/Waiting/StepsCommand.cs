using System.CommandLine;
using System.Diagnostics;
using static TorchSharp.torch;

namespace DtcGen.Benchmarks;

/// <summary>
/// The verb that times training steps once, in the way of waiting and of computing that it is told: a process has one for good, so other
/// verbs start one for each.
/// </summary>
internal static class StepsCommand
{
    /// <summary>The verb's name.</summary>
    public const string Name = "steps";

    public static Command Create()
    {
        var threads = new Option<int>("--threads") { Required = true };
        var passive = new Option<bool>("--passive");
        var command = new Command(Name, "The seconds of 200 training steps.") { threads, passive };
        command.Hidden = true;
        command.SetAction(parsed =>
        {
            if (parsed.GetValue(passive))
            {
                CpuThreads.WaitPassively();
            }

            set_num_threads(parsed.GetValue(threads));
            using var training = new PerceptronTraining();
            training.TakeBare(TrainingBenchmark.WarmUpSteps);
            var seconds = Timing.Of(() => training.TakeBare(TrainingBenchmark.Steps)).TotalSeconds;
            Console.WriteLine(seconds.ToString("R", Number.Invariant));
        });
        return command;
    }

    /// <summary>Starts a process that times them.</summary>
    /// <param name="threads">libtorch's threads.</param>
    /// <param name="environment">Variables for it; null takes one away.</param>
    /// <param name="options">More of its options.</param>
    /// <returns>The seconds.</returns>
    public static double Start(int threads, Dictionary<string, string?> environment, params string[] options)
    {
        string[] arguments = [Name, "--threads", $"{threads}", .. options];
        var start = new ProcessStartInfo("dotnet", [typeof(StepsCommand).Assembly.Location, .. arguments])
        {
            RedirectStandardOutput = true,
        };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0
            ? double.Parse(output, Number.Invariant)
            : throw new InvalidOperationException("The process that was to be measured failed; its message is above.");
    }
}
