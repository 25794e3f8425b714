using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;

namespace DtcGen.Benchmarks;

/// <summary>Asks a served model for some seconds, with a number of clients at once; bounded in time and count.</summary>
internal sealed class ServeLoad(HttpClient http, string model, byte[] image)
{
    private const int MostRequestsOfAClient = 100_000;

    public async Task<ServeMeasurement> RunAsync(int clients, TimeSpan time)
    {
        (double images, double runs) before = await CountBatchesAsync();
        var started = Stopwatch.GetTimestamp();
        List<double>[] latencies = [.. Enumerable.Range(0, clients).Select(_ => new List<double>())];
        var refused = await Task.WhenAll(latencies.Select(list => Task.Run(() => AskAsync(list, started, time))));
        var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        (double images, double runs) after = await CountBatchesAsync();

        double[] all = [.. latencies.SelectMany(list => list).Order()];
        return new ServeMeasurement(
            model,
            clients,
            all.Length,
            refused.Sum(),
            all.Length / seconds,
            Percentile(all, 0.5),
            Percentile(all, 0.99),
            (after.images - before.images) / (after.runs - before.runs));
    }

    private async Task<int> AskAsync(List<double> latencies, long started, TimeSpan time)
    {
        var refused = 0;
        for (var i = 0; i < MostRequestsOfAClient && Stopwatch.GetElapsedTime(started) < time; i++)
        {
            using var content = new ByteArrayContent(image);
            content.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
            var asked = Stopwatch.GetTimestamp();
            using var response = await http.PostAsync($"/predict/{model}", content);
            if (response.IsSuccessStatusCode)
            {
                latencies.Add(Stopwatch.GetElapsedTime(asked).TotalMilliseconds);
            }
            else
            {
                refused++;
            }
        }

        return refused;
    }

    private async Task<(double Images, double Runs)> CountBatchesAsync()
    {
        var lines = (await http.GetStringAsync("/metrics")).Split('\n');
        return (Read("inference_batch_size_sum"), Read("inference_batch_size_count"));

        double Read(string name)
            => lines.Where(line => line.StartsWith(name + "{", StringComparison.Ordinal)
                && line.Contains($"model=\"{model}\"", StringComparison.Ordinal))
                .Sum(line => double.Parse(line[(line.LastIndexOf('}') + 1)..].Trim().Split(' ')[0], CultureInfo.InvariantCulture));
    }

    public static double Percentile(double[] ascending, double share)
        => ascending.Length == 0 ? double.NaN : ascending[Math.Min(ascending.Length - 1, (int)Math.Ceiling(share * ascending.Length) - 1)];
}
