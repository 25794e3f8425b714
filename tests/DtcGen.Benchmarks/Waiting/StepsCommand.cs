using System.CommandLine;
using static TorchSharp.torch;

namespace DtcGen.Benchmarks;

/// <summary>
/// The verb that times training steps once, in the way of waiting that it is told: a process has one for good, so the verb waiting
/// starts one for each.
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
            training.Seconds(TrainingBenchmark.WarmUpSteps);
            Console.WriteLine(training.Seconds(TrainingBenchmark.Steps).ToString("R", Number.Invariant));
        });
        return command;
    }
}
