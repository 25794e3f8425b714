using System.CommandLine;

namespace DtcGen.Benchmarks;

/// <summary>The verb that asks samples/InferenceApp for more than it can answer, on this machine's loopback only.</summary>
internal static class OverloadCommand
{
    private const int Queue = 64, Times = 2;

    // Enough for those that wait, those that are refused, and those that are about to ask.
    private const int ClientsPerPlace = 4;

    public static Command Create()
    {
        var seconds = new Option<double>(
            "--seconds")
        { Description = "Seconds for each measurement, at most 60.", DefaultValueFactory = _ => 3 };
        var rounds = new Option<int>("--rounds") { Description = "Rounds; of each the middle one counts.", DefaultValueFactory = _ => 3 };
        var json = new Option<FileInfo?>("--json") { Description = "Writes the results here as JSON." };
        var command = new Command(
            "overload",
            "samples/InferenceApp at its capacity and at twice of it: what is answered, what is refused, and how soon.")
            {
                seconds, rounds, json
            };
        command.SetAction(async (parsed, _) =>
        {
            var time = TimeSpan.FromSeconds(Math.Clamp(parsed.GetValue(seconds), 0.1, 60));
            ResultFile.Write(parsed.GetValue(json), await MeasureAsync(Math.Max(1, parsed.GetValue(rounds)), time));
        });
        return command;
    }

    private static async Task<List<OverloadMeasurement>> MeasureAsync(int rounds, TimeSpan time)
    {
        var cores = ServedCores.Divide();

        // An image at a time: so the model is what is short, as it is with networks larger than these.
        using var app = await ServedApp.StartAsync(
            [
                "--models", Path.Combine(AppContext.BaseDirectory, "models"), "--queue", Queue.ToString(Number.Invariant),
                "--batch", "1", "--linger", "0"
            ],
            cores.Server);
        List<OverloadMeasurement> results = [];
        foreach (var model in new[] { "dense", "pruned" })
        {
            var load = new OverloadLoad(app.Address, ServedRequest.For(model));
            await load.RunAsync(ClientsPerPlace * Queue, null, time);
            List<(OverloadMeasurement Full, OverloadMeasurement Over)> measured = [];
            for (var round = 0; round < rounds; round++)
            {
                var full = OverloadMeasurement.Of(model, 1, cores.Description, await load.RunAsync(Queue, null, time), time);
                var answers = await load.RunAsync(ClientsPerPlace * Queue, Times * full.AnsweredPerSecond, time);
                measured.Add((full, OverloadMeasurement.Of(model, Times, cores.Description, answers, time)));
                Console.WriteLine($"{measured[^1].Full}\n{measured[^1].Over}");
            }

            var (middleFull, middleOver) = measured.OrderBy(pair => pair.Over.AnsweredPerSecond / pair.Full.AnsweredPerSecond)
                .ElementAt(rounds / 2);
            results.AddRange([middleFull, middleOver]);
        }

        return results;
    }
}
