using System.Diagnostics;

namespace DtcGen.Benchmarks;

/// <summary>The inference app under many requests, the last of them beside clients that send as slowly as they can.</summary>
internal static class LoadCampaign
{
    private const int Clients = 16;
    private const int TimeLimitSeconds = 2;

    /// <summary>Runs it.</summary>
    /// <param name="requests">How many requests of usual clients in all.</param>
    /// <param name="parts">Into how many parts they are divided; the last has the slow clients beside it.</param>
    /// <param name="slow">How many slow clients.</param>
    public static async Task<IReadOnlyList<LoadResult>> RunAsync(int requests, int parts, int slow)
    {
        using var app = await ServedApp.StartAsync(
            ["--models", Path.Combine(AppContext.BaseDirectory, "models"), "--timeout", $"{TimeLimitSeconds}"]);
        var request = ServedRequest.For("pruned");
        var results = new List<LoadResult>();
        for (var part = 1; part <= parts; part++)
        {
            var count = part == parts ? slow : 0;
            using var patience = new CancellationTokenSource();
            Task<bool>[] slowly = [.. Enumerable.Range(0, count).Select(_ => SlowClient.RunAsync(app.Address, patience.Token))];
            var clock = Stopwatch.StartNew();
            var others = await AskAsync(app.Address, request, requests / parts);
            var seconds = clock.Elapsed.TotalSeconds;

            // Time enough for the server's own limit.
            patience.CancelAfter(TimeSpan.FromSeconds(5 * TimeLimitSeconds));
            var ended = (await Task.WhenAll(slowly)).Count(static ended => ended);
            results.Add(new LoadResult(
                requests / parts * part, count, ((requests / parts) - others) / seconds, others, ended, app.ResidentMegabytes));
        }

        return results;
    }

    /// <summary>Whether all were answered, the slow were ended, and memory stays.</summary>
    public static bool IsFine(IReadOnlyList<LoadResult> results)
        => results.All(static result => result.OtherAnswers == 0 && result.SlowEnded == result.SlowClients)
            && results[^1].ResidentMegabytes < (results[0].ResidentMegabytes * 1.3) + 64;

    private static async Task<int> AskAsync(Uri address, byte[] request, int count)
    {
        var (left, others) = (count, 0);
        await Task.WhenAll(Enumerable.Range(0, Clients).Select(_ => Task.Run(async () =>
        {
            using var connection = await OverloadConnection.OpenAsync(address, request);
            while (Interlocked.Decrement(ref left) >= 0)
            {
                if (await connection.AskAsync() != 200)
                {
                    Interlocked.Increment(ref others);
                }
            }
        })));
        return others;
    }
}
