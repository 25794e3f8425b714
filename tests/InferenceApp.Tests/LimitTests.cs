using System.Net;
using System.Text;

namespace DtcGen.Samples.InferenceApp.Tests;

/// <summary>Every request is answered or refused within its time, whatever the client and the model do.</summary>
public class LimitTests
{
    private static readonly Dictionary<string, byte[]> OneModel = new() { ["pruned"] = ShippedModels.Pruned };
    private static readonly byte[] Body = TestImages.Bytes(TestImages.Seven);

    [Fact]
    public async Task AFullQueueRefusesBeforeTheBodyIsRead()
    {
        using var gate = new SemaphoreSlim(0);
        var running = 0;
        await using var app = await RunningApp.StartAsync(
            OneModel,
            options => options with { Queue = 1, Batch = 1 },
            file => new GatedClassifier(OnnxClassifier.Load(file), gate, _ => running++));
        var first = app.PostAsync(TestImages.Seven);
        await RunningApp.UntilAsync(() => Task.FromResult(running == 1));
        var second = app.PostAsync(TestImages.Seven);
        await RunningApp.UntilAsync(() => Task.FromResult(app.Catalogue.Models.Single().Queue.Length == 1));

        using var client = await RawClient.ConnectAsync(app.Address);
        await client.SendAsync(RawClient.Headers(Body.Length));
        var refusal = await client.ReceiveAsync();

        // The connection is still good for the next request.
        await client.SendAsync(Body);
        gate.Release(3);
        using HttpResponseMessage firstAnswer = await first, secondAnswer = await second;
        await client.SendAsync([.. RawClient.Headers(Body.Length), .. Body]);
        var answer = await client.ReceiveAsync();

        Assert.StartsWith("HTTP/1.1 503 ", refusal);
        Assert.Contains("\r\nRetry-After: 1\r\n", refusal);
        Assert.Contains("1 images wait already", refusal);
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (firstAnswer.StatusCode, secondAnswer.StatusCode));
        Assert.StartsWith("HTTP/1.1 200 ", answer);
    }

    [Fact]
    public async Task ARequestThatDoesNotComeIsA408()
    {
        await using var app = await RunningApp.StartAsync(OneModel, options => options with { Timeout = TimeSpan.FromSeconds(0.5) });
        using RawClient noBody = await RawClient.ConnectAsync(app.Address), halfABody = await RawClient.ConnectAsync(app.Address),
            halfAHeader = await RawClient.ConnectAsync(app.Address);
        await noBody.SendAsync(RawClient.Headers(Body.Length));
        await halfABody.SendAsync([.. RawClient.Headers(Body.Length), .. Body[..100]]);
        await halfAHeader.SendAsync(RawClient.Headers(Body.Length)[..30]);

        foreach (var client in new[] { noBody, halfABody })
        {
            var answer = await client.ReceiveAsync();
            Assert.StartsWith("HTTP/1.1 408 ", answer);
            Assert.Contains("came too slowly; it may take 0.5 s", answer);
        }

        Assert.StartsWith("HTTP/1.1 408 ", await halfAHeader.ReceiveAsync());
    }

    [Fact]
    public async Task ARequestThatEndsTooEarlyIsA400()
    {
        await using var app = await RunningApp.StartAsync(OneModel);
        using var client = await RawClient.ConnectAsync(app.Address);
        await client.SendAsync(Encoding.ASCII.GetBytes(
            "POST /predict HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\nnonsense\r\n"));
        Assert.StartsWith("HTTP/1.1 400 ", await client.ReceiveAsync());
    }

    [Fact]
    public async Task AnAnswerThatTakesTooLongIsA503AndItsImageIsNotClassifiedLater()
    {
        using var gate = new SemaphoreSlim(0);
        List<int> batches = [];
        await using var app = await RunningApp.StartAsync(
            OneModel,
            options => options with { Timeout = TimeSpan.FromSeconds(2) },
            file => new GatedClassifier(OnnxClassifier.Load(file), gate, batches.Add));
        var slot = app.Catalogue.Models.Single();
        var running = app.PostAsync(TestImages.Seven);
        await RunningApp.UntilAsync(() => Task.FromResult(batches.Count == 1));
        Task<HttpResponseMessage>[] requests = [running, .. Enumerable.Range(0, 3).Select(_ => app.PostAsync(TestImages.Seven))];

        foreach (var answer in await Task.WhenAll(requests))
        {
            Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
            Assert.Equal(TimeSpan.FromSeconds(1), answer.Headers.RetryAfter?.Delta);
            Assert.Contains("no answer after 2 s", await answer.Content.ReadAsStringAsync());
        }

        gate.Release(2);
        await RunningApp.UntilAsync(() => Task.FromResult(slot.Queue.Length == 0));
        using var next = await app.PostAsync(TestImages.Seven);
        Assert.Equal(HttpStatusCode.OK, next.StatusCode);
        Assert.Equal([1, 1], batches);
    }
}
