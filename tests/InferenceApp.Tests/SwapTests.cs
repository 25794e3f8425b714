using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace DtcGen.Samples.InferenceApp.Tests;

/// <summary>A file that changes is taken over while requests are answered.</summary>
public class SwapTests
{
    private static readonly Dictionary<string, byte[]> OneModel = new() { ["model"] = ShippedModels.Dense };

    [Fact]
    public async Task AChangedFileAnswersSoonAndNoRequestIsDropped()
    {
        await using var app = await RunningApp.StartAsync(OneModel);
        var slot = app.Catalogue.Models.Single();
        var expected = new[] { ShippedModels.Dense, ShippedModels.Pruned }.ToDictionary(LoadedModel.VersionOf, file =>
        {
            using var classifier = OnnxClassifier.Load(file);
            return classifier.Classify([TestImages.Seven])[0];
        });
        using var stop = new CancellationTokenSource();
        Task<List<(HttpStatusCode Status, JsonElement Answer)>>[] clients = [.. Enumerable.Range(0, 8).Select(_ => Task.Run(AskAsync))];

        List<LoadedModel> versions = [slot.Current];
        for (var swap = 0; swap < 6; swap++)
        {
            var next = swap % 2 == 0 ? ShippedModels.Pruned : ShippedModels.Dense;
            app.Put("model", next);
            await RunningApp.UntilAsync(() => Task.FromResult(slot.Current.Version == LoadedModel.VersionOf(next)));
            versions.Add(slot.Current);
        }

        await stop.CancelAsync();
        (HttpStatusCode Status, JsonElement Answer)[] answers = [.. (await Task.WhenAll(clients)).SelectMany(list => list)];

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer.Status));
        Assert.Equal(expected.Keys.Order(), answers.Select(answer => answer.Answer.GetProperty("version").GetString()!).Distinct().Order());

        // Each answer is wholly of the version that it names.
        Assert.All(answers, answer => Assert.All(
            answer.Answer.GetProperty("probabilities").EnumerateArray().Zip(expected[answer.Answer.GetProperty("version").GetString()!]),
            pair => Assert.Equal(pair.Second, pair.First.GetSingle(), 1e-5f)));
        await RunningApp.UntilAsync(() => Task.FromResult(versions[..^1].All(version => version.Disposed)));
        Assert.False(versions[^1].Disposed);

        async Task<List<(HttpStatusCode, JsonElement)>> AskAsync()
        {
            List<(HttpStatusCode, JsonElement)> list = [];
            while (!stop.IsCancellationRequested)
            {
                using var response = await app.PostAsync(TestImages.Seven);
                list.Add((response.StatusCode, await response.Content.ReadFromJsonAsync<JsonElement>()));
            }

            return list;
        }
    }

    [Fact]
    public async Task ABatchUnderWayEndsOnTheVersionItBeganWithAndOnlyThenThatIsReleased()
    {
        using var gate = new SemaphoreSlim(0);
        var running = 0;
        await using var app = await RunningApp.StartAsync(
            OneModel, load: file => new GatedClassifier(OnnxClassifier.Load(file), gate, _ => running++));
        var slot = app.Catalogue.Models.Single();
        var old = slot.Current;
        var early = app.PostAsync(TestImages.Seven);
        await RunningApp.UntilAsync(() => Task.FromResult(running == 1));

        app.Put("model", ShippedModels.Pruned);
        await RunningApp.UntilAsync(() => Task.FromResult(slot.Current != old));
        Assert.False(old.Disposed);
        gate.Release(2);
        using var earlyAnswer = await early;
        using var lateAnswer = await app.PostAsync(TestImages.Seven);

        Assert.Equal(
            LoadedModel.VersionOf(ShippedModels.Dense),
            (await earlyAnswer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("version").GetString());
        Assert.Equal(
            LoadedModel.VersionOf(ShippedModels.Pruned),
            (await lateAnswer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("version").GetString());
        await RunningApp.UntilAsync(() => Task.FromResult(old.Disposed));
    }

    [Fact]
    public async Task ABrokenFileLeavesTheOldModelAndIsReportedUntilItIsMended()
    {
        await using var app = await RunningApp.StartAsync(OneModel);
        app.Put("model", ShippedModels.Pruned[..1000]);
        app.Put("other", "nonsense"u8.ToArray());
        await RunningApp.UntilAsync(async () => (await app.GetJsonAsync("/healthz")) is var health
            && health.GetProperty("unusable").TryGetProperty("other", out _)
            && health.GetProperty("models")[0].GetProperty("problem").ValueKind == JsonValueKind.String);

        var health = await app.GetJsonAsync("/healthz");
        using var response = await app.PostAsync(TestImages.Seven);
        var metrics = await app.Client.GetStringAsync("/metrics");

        Assert.Equal("degraded", health.GetProperty("status").GetString());
        Assert.Contains("ONNX Runtime cannot use it", health.GetProperty("models")[0].GetProperty("problem").GetString());
        Assert.Equal(LoadedModel.VersionOf(ShippedModels.Dense), health.GetProperty("models")[0].GetProperty("version").GetString());
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(1, MetricText.Value(metrics, "inference_model_stale", "model=\"model\""));

        app.Put("model", ShippedModels.Pruned);
        app.Remove("other");
        await RunningApp.UntilAsync(async () => (await app.GetJsonAsync("/healthz")).GetProperty("status").GetString() == "ok");
        Assert.Equal(LoadedModel.VersionOf(ShippedModels.Pruned), app.Catalogue.Models.Single().Current.Version);
    }

    [Fact]
    public async Task AFileThatIsGoneLeavesItsModelAndANewOneBringsOne()
    {
        await using var app = await RunningApp.StartAsync(OneModel);
        app.Remove("model");
        app.Put("another", ShippedModels.Pruned);
        await RunningApp.UntilAsync(async () => (await app.GetJsonAsync("/healthz")) is var health
            && health.GetProperty("models").GetArrayLength() == 2
            && health.GetProperty("models")[1].GetProperty("problem").GetString() == "The file is gone.");

        using var old = await app.PostAsync(TestImages.Seven, "/predict/model");
        using var added = await app.PostAsync(TestImages.Seven, "/predict/another");
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (old.StatusCode, added.StatusCode));
    }
}
