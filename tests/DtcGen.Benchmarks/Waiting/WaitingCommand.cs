using System.CommandLine;

namespace DtcGen.Benchmarks;

/// <summary>The verb that measures what the waiting of libtorch's threads costs, alone on the machine and beside another process.</summary>
internal static class WaitingCommand
{
    private const int Rounds = 3;

    public static Command Create()
    {
        var json = new Option<FileInfo?>("--json") { Description = "Writes the results here as JSON." };
        var command = new Command(
            "waiting", "Training steps on one and two threads, alone and beside a busy process, in either way of waiting.")
        {
            json,
        };
        command.SetAction(parsed =>
        {
            List<WaitingMeasurement> results = [];
            foreach (var busy in new[] { false, true })
            {
                foreach (var threads in new[] { 1, 2 })
                {
                    var result = Measure(threads, busy);
                    var where = busy ? "beside a busy process" : "alone";
                    Console.WriteLine(FormattableString.Invariant(
                        $"{threads} threads, {where,-21}: {result.Default:0.00} s by default, {result.Passive:0.00} s passively"));
                    results.Add(result);
                }
            }

            ResultFile.Write(parsed.GetValue(json), results);
        });
        return command;
    }

    private static WaitingMeasurement Measure(int threads, bool busy)
    {
        using var other = busy ? new BusyProcessor() : null;
        List<double> byDefault = [], passive = [];
        Dictionary<string, string?> unset = new() { ["OMP_WAIT_POLICY"] = null };
        for (var round = 0; round < Rounds; round++)
        {
            byDefault.Add(StepsCommand.Start(threads, unset));
            passive.Add(StepsCommand.Start(threads, unset, "--passive"));
        }

        return new WaitingMeasurement(threads, busy, Timing.Median(byDefault), Timing.Median(passive));
    }
}
