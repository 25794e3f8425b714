using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace DtcGen.Samples.InferenceApp.Tests;

/// <summary>What cannot be answered is refused with the reason.</summary>
public sealed class RefusalTests : IAsyncLifetime
{
    private RunningApp _app = null!;

    public async Task InitializeAsync() => _app = await RunningApp.StartAsync();

    public async Task DisposeAsync() => await _app.DisposeAsync();

    public static TheoryData<string, byte[], string> BadImages => new()
    {
        { "image/png", "GIF89a"u8.ToArray(), "not a PNG file" },
        { "image/png", [], "not a PNG file" },
        { "image/png", Png(29, 28), "29 × 28 pixels; this model takes 28 × 28" },
        { "image/png", Png(28, 28)[..^20], "truncated or damaged" },
        { "image/png", [.. Png(28, 28)[..^20], .. Png(28, 28)[^19..], 0], "the checksum of its chunk IDAT does not fit" },
        { "application/octet-stream", new byte[3132], "3132 bytes; this model takes 3136: 784 float32 values" },
        {
            "application/octet-stream", TestImages.Bytes([.. TestImages.Seven[..5], float.NaN, .. TestImages.Seven[6..]]), "Number 5 is NaN"
        },
        {
            "application/octet-stream", TestImages.Bytes([253, .. TestImages.Seven[1..]]),
            "Number 0 is 253; a pixel is a number from 0 (dark) to 1 (light)"
        },
        { "application/json", "[0, 0.5, 1]"u8.ToArray(), "3 numbers; this model takes 784" },
        { "application/json", "[0, NaN]"u8.ToArray(), "not a JSON array of numbers" },
        { "application/json", "{\"pixels\": []}"u8.ToArray(), "not a JSON array of numbers" },
        { "application/json", "null"u8.ToArray(), "0 numbers; this model takes 784" },
        { "application/json", Encoding.UTF8.GetBytes($"[{string.Join(',', Enumerable.Repeat("-1", 784))}]"), "Number 0 is -1" },
    };

    [Theory]
    [MemberData(nameof(BadImages))]
    public async Task ABadImageIsA400ThatSaysWhy(string type, byte[] content, string reason)
    {
        using var response = await _app.PostAsync("/predict", content, type);
        await AssertProblemAsync(response, HttpStatusCode.BadRequest, reason);
    }

    [Theory]
    [InlineData("image/jpeg")]
    [InlineData("nonsense")]
    [InlineData(null)]
    public async Task AnotherContentTypeIsA415ThatNamesTheRightOnes(string? type)
    {
        using var body = new ByteArrayContent([1]);
        if (type is not null)
        {
            body.Headers.TryAddWithoutValidation("Content-Type", type);
        }

        using var response = await _app.Client.PostAsync("/predict", body);
        await AssertProblemAsync(response, HttpStatusCode.UnsupportedMediaType, "image/png, application/octet-stream");
    }

    [Fact]
    public async Task AnUnknownModelIsA404ThatNamesTheKnownOnes()
    {
        using var response = await _app.PostAsync(TestImages.Seven, "/predict/other");
        await AssertProblemAsync(response, HttpStatusCode.NotFound, "There is: dense, pruned.");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task ALargeRequestIsA413WhetherOrNotItAnnouncesItsSize(bool chunked)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/predict") { Content = new ByteArrayContent(new byte[70_000]) };
        request.Headers.TransferEncodingChunked = chunked;
        request.Content.Headers.ContentType = new("application/octet-stream");
        using var response = await _app.Client.SendAsync(request);
        await AssertProblemAsync(response, HttpStatusCode.RequestEntityTooLarge, "larger than 65536 bytes");
    }

    [Fact]
    public async Task AFullQueueIsA503ThatSaysWhenToComeBack()
    {
        using var gate = new SemaphoreSlim(0);
        var running = 0;
        await using var gated = await RunningApp.StartAsync(
            new Dictionary<string, byte[]> { ["pruned"] = ShippedModels.Pruned },
            options => options with { Queue = 3, Batch = 1 },
            file => new GatedClassifier(OnnxClassifier.Load(file), gate, _ => running++));
        var slot = gated.Catalogue.Models.Single();
        var first = gated.PostAsync(TestImages.Seven);
        await RunningApp.UntilAsync(() => Task.FromResult(running == 1));
        Task<HttpResponseMessage>[] waiting = [.. Enumerable.Range(0, 3).Select(_ => gated.PostAsync(TestImages.Seven))];
        await RunningApp.UntilAsync(() => Task.FromResult(slot.Queue.Length == 3));

        using var refused = await gated.PostAsync(TestImages.Seven);
        var metrics = await gated.Client.GetStringAsync("/metrics");
        gate.Release(4);
        var answers = await Task.WhenAll([first, .. waiting]);

        await AssertProblemAsync(refused, HttpStatusCode.ServiceUnavailable, "3 images wait already");
        Assert.Equal(TimeSpan.FromSeconds(1), refused.Headers.RetryAfter?.Delta);
        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer.StatusCode));
        Assert.Equal(1, MetricText.Value(metrics, "inference_turned_away_total", "model=\"pruned\""));
        Assert.Equal(3, MetricText.Value(metrics, "inference_queue_length", "model=\"pruned\""));
    }

    private static byte[] Png(int width, int height)
        => PngWriter.Write(width, height, 8, PngWriter.Grey, y => [.. Enumerable.Range(0, width).Select(x => (byte)(9 * x + y))]);

    private static async Task AssertProblemAsync(HttpResponseMessage response, HttpStatusCode status, string reason)
    {
        Assert.Equal(status, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        var problem = await response.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal((int)status, problem.GetProperty("status").GetInt32());
        Assert.Contains(reason, problem.GetProperty("detail").GetString());
    }
}
