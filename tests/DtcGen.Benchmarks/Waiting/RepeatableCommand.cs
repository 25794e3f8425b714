using System.CommandLine;

namespace DtcGen.Benchmarks;

/// <summary>The verb that measures what MKL's reproducible modes cost.</summary>
internal static class RepeatableCommand
{
    private const int Rounds = 3;

    // What MKL_CBWR is set to; null leaves it away.
    private static readonly string?[] Modes = [null, "AUTO", "AVX2,STRICT", "COMPATIBLE"];

    public static Command Create()
    {
        var json = new Option<FileInfo?>("--json") { Description = "Writes the results here as JSON." };
        var command = new Command("repeatable", "Training steps on one thread in each of MKL's reproducible modes (MKL_CBWR).") { json };
        command.SetAction(parsed =>
        {
            var seconds = Modes.Select(static _ => new List<double>()).ToArray();
            for (var round = 0; round < Rounds; round++)
            {
                for (var mode = 0; mode < Modes.Length; mode++)
                {
                    seconds[mode].Add(StepsCommand.Start(1, new() { ["MKL_CBWR"] = Modes[mode] }, "--passive"));
                }
            }

            RepeatableMeasurement[] results = [
                .. Modes.Zip(seconds, static (mode, s) => new RepeatableMeasurement(mode, Timing.Median(s)))
            ];
            foreach (var result in results)
            {
                Console.WriteLine(FormattableString.Invariant($"{result.Mode ?? "none",-11}: {result.Seconds:0.00} s"));
            }

            ResultFile.Write(parsed.GetValue(json), results);
        });
        return command;
    }
}
