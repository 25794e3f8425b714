using System.CommandLine;

namespace DtcGen.Benchmarks;

/// <summary>The verb that puts samples/InferenceApp under load, on this machine's loopback only.</summary>
internal static class ServeCommand
{
    private const int WarmUpSeconds = 1;
    public static Command Create()
    {
        var models = new Option<DirectoryInfo?>(
            "--models")
        { Description = "The main job's out folder (default: the models that ship with the app)." };
        var clients = new Option<int[]>(
            "--clients")
        { Description = "Clients at once.", AllowMultipleArgumentsPerToken = true, DefaultValueFactory = _ => [1, 8, 32] };
        var seconds = new Option<double>(
            "--seconds")
        { Description = "Seconds for each measurement, at most 60.", DefaultValueFactory = _ => 3 };
        var linger = new Option<double>("--linger") { Description = "The app's --linger, in milliseconds.", DefaultValueFactory = _ => 0 };
        var json = new Option<FileInfo?>("--json") { Description = "Writes the results here as JSON." };
        var command = new Command(
            "serve",
            "samples/InferenceApp under load: requests per second and latencies, dense and pruned.")
            {
                models, clients, seconds, linger, json
            };
        command.SetAction(async (parsed, _) =>
        {
            var folder = parsed.GetValue(models)?.FullName ?? Path.Combine(AppContext.BaseDirectory, "models");
            var time = TimeSpan.FromSeconds(Math.Clamp(parsed.GetValue(seconds), 0.1, 60));
            var results = await MeasureAsync(folder, parsed.GetValue(clients)!, time, parsed.GetValue(linger));
            ResultFile.Write(parsed.GetValue(json), results);

            return results.TrueForAll(result => result.Refused == 0) ? 0 : 1;
        });
        return command;
    }

    private static async Task<List<ServeMeasurement>> MeasureAsync(string models, int[] clients, TimeSpan time, double linger)
    {
        using var app = await ServedApp.StartAsync(["--models", models, "--linger", linger.ToString(Number.Invariant)]);
        using var http = new HttpClient { BaseAddress = app.Address };
        var image = ServedRequest.Image();
        List<ServeMeasurement> results = [];
        foreach (var model in new[] { "dense", "pruned" })
        {
            var load = new ServeLoad(http, model, image);
            await load.RunAsync(clients.Max(), TimeSpan.FromSeconds(WarmUpSeconds));
            foreach (var count in clients)
            {
                var result = await load.RunAsync(count, time);
                Console.WriteLine(FormattableString.Invariant(
                    $"{result.Model,-7} {result.Clients,3} clients: {result.RequestsPerSecond,8:0} requests/s, p50 {result.P50Milliseconds,7:0.000} ms, p99 {result.P99Milliseconds,7:0.000} ms, {result.ImagesPerBatch,5:0.0} images per batch, {result.Refused} refused"));
                results.Add(result);
            }
        }

        return results;
    }
}
