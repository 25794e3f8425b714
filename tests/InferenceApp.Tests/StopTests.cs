using System.Diagnostics.Metrics;
using System.Net;

namespace DtcGen.Samples.InferenceApp.Tests;

/// <summary>A stop loses no request that the server has begun to read.</summary>
public class StopTests
{
    private static readonly Dictionary<string, byte[]> OneModel = new() { ["model"] = ShippedModels.Pruned };

    [Fact]
    public async Task StoppingAnswersTheRequestsUnderWay()
    {
        using var gate = new SemaphoreSlim(0);
        var running = 0;
        await using var app = await RunningApp.StartAsync(
            OneModel, options => options with { Batch = 1 }, file => new GatedClassifier(OnnxClassifier.Load(file), gate, _ => running++));
        var slot = app.Catalogue.Models.Single();
        Task<HttpResponseMessage>[] requests = [.. Enumerable.Range(0, 4).Select(_ => app.PostAsync(TestImages.Seven))];
        await RunningApp.UntilAsync(() => Task.FromResult(running == 1 && slot.Queue.Length == 3));

        var stopped = app.StopAsync();
        gate.Release(4);
        var answers = await Task.WhenAll(requests);
        await stopped;

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer.StatusCode));
    }

    [Fact]
    public async Task EveryRequestWhoseHeadersWereReadIsAnswered()
    {
        var body = TestImages.Bytes(TestImages.Seven);
        var begun = 0;
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, self) =>
        {
            if (instrument.Name == "http.server.active_requests")
            {
                self.EnableMeasurementEvents(instrument);
            }
        };
        listener.SetMeasurementEventCallback<long>((_, change, _, _) => Interlocked.Add(ref begun, (int)Math.Max(change, 0)));
        listener.Start();

        for (var round = 0; round < 3; round++)
        {
            begun = 0;
            await using var app = await RunningApp.StartAsync(
                OneModel, options => options with { Batch = 2, Timeout = TimeSpan.FromSeconds(2) });
            Task<int>[] clients = [
                .. Enumerable.Range(0, 24).Select(i => Task.Run(() => AskUntilClosedAsync(app.Address, body, half: i % 3 == 0))),
                Task.Run(() => AskForgettingTheBodyAsync(app.Address, body))
            ];
            await RunningApp.UntilAsync(() => Task.FromResult(begun > 300));
            await app.StopAsync();
            Assert.Equal(begun, (await Task.WhenAll(clients)).Sum());
        }
    }

    /// <returns>How many answers came.</returns>
    private static async Task<int> AskUntilClosedAsync(Uri address, byte[] body, bool half)
    {
        using var client = await RawClient.ConnectAsync(address);
        for (var answers = 0; ; answers++)
        {
            try
            {
                if (half)
                {
                    await client.SendAsync(RawClient.Headers(body.Length));
                    await Task.Delay(1);
                    await client.SendAsync(body);
                }
                else
                {
                    await client.SendAsync([.. RawClient.Headers(body.Length), .. body]);
                }
            }
            catch (IOException)
            {
                // The server closed the connection; an answer may be there all the same.
            }

            if (await client.ReceiveAsync() is not { } answer)
            {
                return answers;
            }

            // On a machine with much else to do, a request may be refused for its time.
            Assert.Matches("^HTTP/1.1 (200|408|503) ", answer);
        }
    }

    private static async Task<int> AskForgettingTheBodyAsync(Uri address, byte[] body)
    {
        using var client = await RawClient.ConnectAsync(address);
        await client.SendAsync([.. RawClient.Headers(body.Length), .. body[..1000]]);
        Assert.StartsWith("HTTP/1.1 408 ", await client.ReceiveAsync());
        return 1;
    }
}
