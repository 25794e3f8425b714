using System.Diagnostics;

namespace DtcGen.Benchmarks;

/// <summary>Asks as fast as it is answered, or at a fixed rate whether the server keeps up or not.</summary>
internal sealed class OverloadLoad(Uri address, byte[] request)
{
    /// <summary>Asks with a number of clients at once for some time.</summary>
    /// <param name="clients">How many; each has one request under way at most, so a rate needs enough of them.</param>
    /// <param name="perSecond">How often all of them together ask; null for as often as they are answered.</param>
    /// <param name="time">How long.</param>
    public async Task<List<OverloadAnswer>> RunAsync(int clients, double? perSecond, TimeSpan time)
    {
        var connections = await Task.WhenAll(Enumerable.Range(0, clients).Select(_ => OverloadConnection.OpenAsync(address, request)));
        var started = Stopwatch.GetTimestamp();
        var answers = await Task.WhenAll(connections.Select((connection, i) => Task.Run(() => AskAsync(connection, i))));
        Array.ForEach(connections, connection => connection.Dispose());
        return [.. answers.SelectMany(list => list)];

        async Task<List<OverloadAnswer>> AskAsync(OverloadConnection connection, int number)
        {
            var pause = TimeSpan.FromSeconds(perSecond is null ? 0 : clients / perSecond.Value);
            var due = pause * number / clients;
            List<OverloadAnswer> list = [];
            while (true)
            {
                var now = Stopwatch.GetElapsedTime(started);
                if (due > now)
                {
                    await Task.Delay(due - now);
                    now = Stopwatch.GetElapsedTime(started);
                }

                if (now >= time)
                {
                    return list;
                }

                // A client that was kept waiting does not make up for what it could not ask: the rate that came about is reported.
                due = (now > due + pause ? now : due) + pause;
                var status = await connection.AskAsync();
                list.Add(new OverloadAnswer(status, (Stopwatch.GetElapsedTime(started) - now).TotalMilliseconds));
            }
        }
    }
}
