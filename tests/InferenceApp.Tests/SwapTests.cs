using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace DtcGen.Samples.InferenceApp.Tests;

/// <summary>A file that changes is taken over while requests are answered.</summary>
public class SwapTests
{
    private static readonly Dictionary<string, byte[]> OneModel = new() { ["model"] = ShippedModels.Dense };

    [Fact]
    public async Task A_changed_file_answers_soon_and_no_request_is_dropped()
    {
        await using RunningApp app = await RunningApp.StartAsync(OneModel);
        ModelSlot slot = app.Catalogue.Models.Single();
        Dictionary<string, float[]> expected = new[] { ShippedModels.Dense, ShippedModels.Pruned }.ToDictionary(LoadedModel.VersionOf, file =>
        {
            using OnnxClassifier classifier = OnnxClassifier.Load(file);
            return classifier.Classify([TestImages.Seven])[0];
        });
        using var stop = new CancellationTokenSource();
        Task<List<(HttpStatusCode Status, JsonElement Answer)>>[] clients = [.. Enumerable.Range(0, 8).Select(_ => Task.Run(AskAsync))];

        List<LoadedModel> versions = [slot.Current];
        for (int swap = 0; swap < 6; swap++)
        {
            byte[] next = swap % 2 == 0 ? ShippedModels.Pruned : ShippedModels.Dense;
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
                using HttpResponseMessage response = await app.PostAsync(TestImages.Seven);
                list.Add((response.StatusCode, await response.Content.ReadFromJsonAsync<JsonElement>()));
            }

            return list;
        }
    }

    [Fact]
    public async Task A_batch_under_way_ends_on_the_version_it_began_with_and_only_then_that_is_released()
    {
        using var gate = new SemaphoreSlim(0);
        int running = 0;
        await using RunningApp app = await RunningApp.StartAsync(OneModel, load: file => new GatedClassifier(OnnxClassifier.Load(file), gate, _ => running++));
        ModelSlot slot = app.Catalogue.Models.Single();
        LoadedModel old = slot.Current;
        Task<HttpResponseMessage> early = app.PostAsync(TestImages.Seven);
        await RunningApp.UntilAsync(() => Task.FromResult(running == 1));

        app.Put("model", ShippedModels.Pruned);
        await RunningApp.UntilAsync(() => Task.FromResult(slot.Current != old));
        Assert.False(old.Disposed);
        gate.Release(2);
        using HttpResponseMessage earlyAnswer = await early;
        using HttpResponseMessage lateAnswer = await app.PostAsync(TestImages.Seven);

        Assert.Equal(LoadedModel.VersionOf(ShippedModels.Dense), (await earlyAnswer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("version").GetString());
        Assert.Equal(LoadedModel.VersionOf(ShippedModels.Pruned), (await lateAnswer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("version").GetString());
        await RunningApp.UntilAsync(() => Task.FromResult(old.Disposed));
    }

    [Fact]
    public async Task A_broken_file_leaves_the_old_model_and_is_reported_until_it_is_mended()
    {
        await using RunningApp app = await RunningApp.StartAsync(OneModel);
        app.Put("model", ShippedModels.Pruned[..1000]);
        app.Put("other", "nonsense"u8.ToArray());
        await RunningApp.UntilAsync(async () => (await app.GetJsonAsync("/healthz")) is var health
            && health.GetProperty("unusable").TryGetProperty("other", out _) && health.GetProperty("models")[0].GetProperty("problem").ValueKind == JsonValueKind.String);

        JsonElement health = await app.GetJsonAsync("/healthz");
        using HttpResponseMessage response = await app.PostAsync(TestImages.Seven);
        string metrics = await app.Client.GetStringAsync("/metrics");

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
    public async Task A_file_that_is_gone_leaves_its_model_and_a_new_one_brings_one()
    {
        await using RunningApp app = await RunningApp.StartAsync(OneModel);
        app.Remove("model");
        app.Put("another", ShippedModels.Pruned);
        await RunningApp.UntilAsync(async () => (await app.GetJsonAsync("/healthz")) is var health
            && health.GetProperty("models").GetArrayLength() == 2 && health.GetProperty("models")[1].GetProperty("problem").GetString() == "The file is gone.");

        using HttpResponseMessage old = await app.PostAsync(TestImages.Seven, "/predict/model");
        using HttpResponseMessage added = await app.PostAsync(TestImages.Seven, "/predict/another");
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (old.StatusCode, added.StatusCode));
    }

    [Fact]
    public async Task Stopping_answers_the_requests_under_way()
    {
        using var gate = new SemaphoreSlim(0);
        int running = 0;
        await using RunningApp app = await RunningApp.StartAsync(OneModel, options => options with { Batch = 1 }, file => new GatedClassifier(OnnxClassifier.Load(file), gate, _ => running++));
        ModelSlot slot = app.Catalogue.Models.Single();
        Task<HttpResponseMessage>[] requests = [.. Enumerable.Range(0, 4).Select(_ => app.PostAsync(TestImages.Seven))];
        await RunningApp.UntilAsync(() => Task.FromResult(running == 1 && slot.Queue.Length == 3));

        Task stopped = app.StopAsync();
        gate.Release(4);
        HttpResponseMessage[] answers = await Task.WhenAll(requests);
        await stopped;

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer.StatusCode));
    }
}
