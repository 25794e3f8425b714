using System.Text.Json;

namespace DtcGen.Samples.InferenceApp.Tests;

/// <summary>What the app says about itself.</summary>
public sealed class ServiceTests : IAsyncLifetime
{
    private RunningApp _app = null!;

    public async Task InitializeAsync() => _app = await RunningApp.StartAsync();

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task MetricsCountRequestsByRouteStatusAndModelAndNameTheVersions()
    {
        for (var i = 0; i < 3; i++)
        {
            using var good = await _app.PostAsync(TestImages.Seven, "/predict/dense");
        }

        using var bad = await _app.PostAsync([1], "/predict/dense");
        var text = await _app.Client.GetStringAsync("/metrics");

        const string duration = "http_server_request_duration_seconds";
        Assert.Equal(
            3,
            MetricText.Value(
                text, duration + "_count", "http_route=\"/predict/{model}\"", "http_response_status_code=\"200\"", "model=\"dense\""));
        Assert.Equal(
            1,
            MetricText.Value(
                text, duration + "_count", "http_route=\"/predict/{model}\"", "http_response_status_code=\"400\"", "model=\"dense\""));
        Assert.Equal(3, MetricText.Value(text, duration + "_bucket", "http_response_status_code=\"200\"", "model=\"dense\"", "le=\"10\""));
        Assert.NotNull(
            MetricText.Value(text, duration + "_bucket", "http_response_status_code=\"200\"", "model=\"dense\"", "le=\"0.0005\""));
        Assert.Equal(3, MetricText.Value(text, "inference_batch_size_sum", "model=\"dense\""));
        Assert.Equal(3, MetricText.Value(text, "inference_run_duration_seconds_count", "model=\"dense\""));
        Assert.Equal(0, MetricText.Value(text, "inference_queue_length", "model=\"dense\""));
        Assert.Equal(
            1,
            MetricText.Value(text, "inference_model_info", "model=\"dense\"", $"version=\"{LoadedModel.VersionOf(ShippedModels.Dense)}\""));
        Assert.Equal(1, MetricText.Value(text, "inference_model_loads_total", "model=\"pruned\"", "outcome=\"taken\""));
    }

    [Fact]
    public async Task MetricsNameTheNewVersionOnlyAfterASwap()
    {
        _app.Put("dense", ShippedModels.Pruned);
        await RunningApp.UntilAsync(
            () => Task.FromResult(_app.Catalogue.Find("dense")!.Current.Version == LoadedModel.VersionOf(ShippedModels.Pruned)));
        var text = await _app.Client.GetStringAsync("/metrics");
        Assert.Equal(
            0,
            MetricText.Value(text, "inference_model_info", "model=\"dense\"", $"version=\"{LoadedModel.VersionOf(ShippedModels.Dense)}\""));
        Assert.Equal(
            1,
            MetricText.Value(
                text, "inference_model_info", "model=\"dense\"", $"version=\"{LoadedModel.VersionOf(ShippedModels.Pruned)}\""));
    }

    [Fact]
    public async Task ModelsTellHowToUseThemAndWhichNeuronsWereKept()
    {
        var models = await _app.GetJsonAsync("/models");
        JsonElement dense = models[0], pruned = models[1];

        Assert.Equal(("dense", "pruned"), (dense.GetProperty("name").GetString(), pruned.GetProperty("name").GetString()));
        Assert.Equal(0.1307, pruned.GetProperty("mean")[0].GetDouble(), 1e-6);
        Assert.Equal(0.3081, pruned.GetProperty("deviation")[0].GetDouble(), 1e-6);
        Assert.Equal(ShippedModels.Pruned.Length, pruned.GetProperty("bytes").GetInt32());
        var neurons = pruned.GetProperty("neurons")[0];
        Assert.Equal(
            ("fc1", 512, 128),
            (neurons.GetProperty("name")
                .GetString(), neurons.GetProperty("before").GetInt32(), neurons.GetProperty("kept").GetArrayLength()));
        Assert.Equal(128, neurons.GetProperty("after").GetInt32());
        Assert.Equal(JsonValueKind.Null, dense.GetProperty("neurons")[0].GetProperty("kept").ValueKind);
        Assert.Equal(512, dense.GetProperty("neurons")[0].GetProperty("after").GetInt32());
        Assert.Equal(ShippedModels.Dense, await _app.Client.GetByteArrayAsync(dense.GetProperty("file").GetString()));
    }

    [Fact]
    public void GroupsThatAFileOnlyCountsAreReadAsCounts()
    {
        var facts = ModelFacts.Read(
            new Dictionary<string, string> { ["neurons"] = """{"a":{"before":8,"after":3},"b":{"before":4},"c":{"before":4,"kept":[1,3]}}""" }, 1, 10);
        Assert.Equal([("a", 8, 3), ("b", 4, 4), ("c", 4, 2)], facts.Neurons.Select(group => (group.Name, group.Before, group.After)));
        Assert.Equal([null, null, [1, 3]], facts.Neurons.Select(group => group.Kept));
    }

    [Fact]
    public async Task OpenApiListsEveryRouteAndEveryKindOfImage()
    {
        var paths = (await _app.GetJsonAsync("/openapi/v1.json")).GetProperty("paths");
        Assert.Equal(
            ["/digits", "/healthz", "/models", "/models/{model}.onnx", "/predict", "/predict/{model}"],
            paths.EnumerateObject().Select(path => path.Name).Order(StringComparer.Ordinal));
        var predict = paths.GetProperty("/predict").GetProperty("post");
        Assert.Equal(
            ["application/json", "application/octet-stream", "image/png"],
            predict.GetProperty("requestBody")
                .GetProperty("content")
                .EnumerateObject()
                .Select(type => type.Name)
                .Order(StringComparer.Ordinal));
        Assert.Equal(
            ["200", "400", "404", "408", "413", "415", "503"],
            predict.GetProperty("responses").EnumerateObject().Select(status => status.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task TheGalleryHasTwoOfEachBuiltInDigit()
    {
        var page = await _app.GetJsonAsync("/digits");
        Assert.Equal("built-in digits", page.GetProperty("source").GetString());
        JsonElement[] digits = [.. page.GetProperty("digits").EnumerateArray()];
        Assert.Equal(Enumerable.Range(0, 20).Select(i => $"{i % 10}"), digits.Select(digit => digit.GetProperty("label").GetString()));
        Assert.All(digits, digit => Assert.InRange(digit.GetProperty("pixels").GetBytesFromBase64().Count(pixel => pixel > 128), 20, 300));
    }

    [Fact]
    public async Task TheGalleryReadsMnistsTestFiles()
    {
        using var folder = new TemporaryFolder();
        byte[] pixels = [.. Enumerable.Range(0, 3 * 784).Select(i => (byte)i)];
        await File.WriteAllBytesAsync(folder.File("t10k-images-idx3-ubyte"), [0, 0, 8, 3, 0, 0, 0, 3, 0, 0, 0, 28, 0, 0, 0, 28, .. pixels]);
        await File.WriteAllBytesAsync(folder.File("t10k-labels-idx1-ubyte"), [0, 0, 8, 1, 0, 0, 0, 3, 7, 2, 1]);
        await using var other = await RunningApp.StartAsync(change: options => options with { Data = folder.Path });

        var page = await other.GetJsonAsync("/digits?skip=1&take=1");

        Assert.Equal(3, page.GetProperty("total").GetInt32());
        var digit = page.GetProperty("digits").EnumerateArray().Single();
        Assert.Equal("2", digit.GetProperty("label").GetString());
        Assert.Equal(pixels[784..1568], digit.GetProperty("pixels").GetBytesFromBase64());
    }

    [PageFact]
    public async Task ThePageAndWhatItNeedsAreServedFromHere()
    {
        var page = await _app.Client.GetStringAsync("/");
        Assert.DoesNotContain("://", page);
        foreach (var (file, type) in new[]
        {
            ("main.js", "text/javascript"), ("app.css", "text/css"), ("ort/ort.wasm.min.mjs", "text/javascript"),
            ("ort/ort-wasm-simd-threaded.wasm", "application/wasm")
        })
        {
            using var response = await _app.Client.GetAsync(file);
            Assert.Equal(type, response.EnsureSuccessStatusCode().Content.Headers.ContentType?.MediaType);
        }
    }
}
