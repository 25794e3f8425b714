using System.Text.Json;

namespace DtcGen.Samples.InferenceApp.Tests;

/// <summary>What the app says about itself.</summary>
public sealed class ServiceTests : IAsyncLifetime
{
    private RunningApp app = null!;

    public async Task InitializeAsync() => app = await RunningApp.StartAsync();

    public async Task DisposeAsync() => await app.DisposeAsync();

    [Fact]
    public async Task Metrics_count_requests_by_route_status_and_model_and_name_the_versions()
    {
        for (int i = 0; i < 3; i++)
        {
            using HttpResponseMessage good = await app.PostAsync(TestImages.Seven, "/predict/dense");
        }

        using HttpResponseMessage bad = await app.PostAsync([1], "/predict/dense");
        string text = await app.Client.GetStringAsync("/metrics");

        const string duration = "http_server_request_duration_seconds";
        Assert.Equal(3, MetricText.Value(text, duration + "_count", "http_route=\"/predict/{model}\"", "http_response_status_code=\"200\"", "model=\"dense\""));
        Assert.Equal(1, MetricText.Value(text, duration + "_count", "http_route=\"/predict/{model}\"", "http_response_status_code=\"400\"", "model=\"dense\""));
        Assert.Equal(3, MetricText.Value(text, duration + "_bucket", "http_response_status_code=\"200\"", "model=\"dense\"", "le=\"10\""));
        Assert.NotNull(MetricText.Value(text, duration + "_bucket", "http_response_status_code=\"200\"", "model=\"dense\"", "le=\"0.0005\""));
        Assert.Equal(3, MetricText.Value(text, "inference_batch_size_sum", "model=\"dense\""));
        Assert.Equal(3, MetricText.Value(text, "inference_run_duration_seconds_count", "model=\"dense\""));
        Assert.Equal(0, MetricText.Value(text, "inference_queue_length", "model=\"dense\""));
        Assert.Equal(1, MetricText.Value(text, "inference_model_info", "model=\"dense\"", $"version=\"{LoadedModel.VersionOf(ShippedModels.Dense)}\""));
        Assert.Equal(1, MetricText.Value(text, "inference_model_loads_total", "model=\"pruned\"", "outcome=\"taken\""));
    }

    [Fact]
    public async Task Metrics_name_the_new_version_only_after_a_swap()
    {
        app.Put("dense", ShippedModels.Pruned);
        await RunningApp.UntilAsync(() => Task.FromResult(app.Catalogue.Find("dense")!.Current.Version == LoadedModel.VersionOf(ShippedModels.Pruned)));
        string text = await app.Client.GetStringAsync("/metrics");
        Assert.Equal(0, MetricText.Value(text, "inference_model_info", "model=\"dense\"", $"version=\"{LoadedModel.VersionOf(ShippedModels.Dense)}\""));
        Assert.Equal(1, MetricText.Value(text, "inference_model_info", "model=\"dense\"", $"version=\"{LoadedModel.VersionOf(ShippedModels.Pruned)}\""));
    }

    [Fact]
    public async Task Models_tell_how_to_use_them_and_which_neurons_were_kept()
    {
        JsonElement models = await app.GetJsonAsync("/models");
        JsonElement dense = models[0], pruned = models[1];

        Assert.Equal(("dense", "pruned"), (dense.GetProperty("name").GetString(), pruned.GetProperty("name").GetString()));
        Assert.Equal(0.1307, pruned.GetProperty("mean")[0].GetDouble(), 1e-6);
        Assert.Equal(0.3081, pruned.GetProperty("deviation")[0].GetDouble(), 1e-6);
        Assert.Equal(ShippedModels.Pruned.Length, pruned.GetProperty("bytes").GetInt32());
        JsonElement neurons = pruned.GetProperty("neurons")[0];
        Assert.Equal(("fc1", 512, 128), (neurons.GetProperty("name").GetString(), neurons.GetProperty("before").GetInt32(), neurons.GetProperty("kept").GetArrayLength()));
        Assert.Equal(JsonValueKind.Null, dense.GetProperty("neurons")[0].GetProperty("kept").ValueKind);
        Assert.Equal(ShippedModels.Dense, await app.Client.GetByteArrayAsync(dense.GetProperty("file").GetString()));
    }

    [Fact]
    public async Task OpenApi_lists_every_route_and_every_kind_of_image()
    {
        JsonElement paths = (await app.GetJsonAsync("/openapi/v1.json")).GetProperty("paths");
        Assert.Equal(["/digits", "/healthz", "/models", "/models/{model}.onnx", "/predict", "/predict/{model}"], paths.EnumerateObject().Select(path => path.Name).Order(StringComparer.Ordinal));
        JsonElement predict = paths.GetProperty("/predict").GetProperty("post");
        Assert.Equal(["application/json", "application/octet-stream", "image/png"], predict.GetProperty("requestBody").GetProperty("content").EnumerateObject().Select(type => type.Name).Order(StringComparer.Ordinal));
        Assert.Equal(["200", "400", "404", "413", "415", "503"], predict.GetProperty("responses").EnumerateObject().Select(status => status.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_gallery_has_two_of_each_built_in_digit()
    {
        JsonElement page = await app.GetJsonAsync("/digits");
        Assert.Equal("built-in digits", page.GetProperty("source").GetString());
        JsonElement[] digits = [.. page.GetProperty("digits").EnumerateArray()];
        Assert.Equal(Enumerable.Range(0, 20).Select(i => $"{i % 10}"), digits.Select(digit => digit.GetProperty("label").GetString()));
        Assert.All(digits, digit => Assert.InRange(digit.GetProperty("pixels").GetBytesFromBase64().Count(pixel => pixel > 128), 20, 300));
    }

    [Fact]
    public async Task The_gallery_reads_mnists_test_files()
    {
        using var folder = new TemporaryFolder();
        byte[] pixels = [.. Enumerable.Range(0, 3 * 784).Select(i => (byte)i)];
        await File.WriteAllBytesAsync(folder.File("t10k-images-idx3-ubyte"), [0, 0, 8, 3, 0, 0, 0, 3, 0, 0, 0, 28, 0, 0, 0, 28, .. pixels]);
        await File.WriteAllBytesAsync(folder.File("t10k-labels-idx1-ubyte"), [0, 0, 8, 1, 0, 0, 0, 3, 7, 2, 1]);
        await using RunningApp other = await RunningApp.StartAsync(change: options => options with { Data = folder.Path });

        JsonElement page = await other.GetJsonAsync("/digits?skip=1&take=1");

        Assert.Equal(3, page.GetProperty("total").GetInt32());
        JsonElement digit = page.GetProperty("digits").EnumerateArray().Single();
        Assert.Equal("2", digit.GetProperty("label").GetString());
        Assert.Equal(pixels[784..1568], digit.GetProperty("pixels").GetBytesFromBase64());
    }

    [PageFact]
    public async Task The_page_and_what_it_needs_are_served_from_here()
    {
        string page = await app.Client.GetStringAsync("/");
        Assert.DoesNotContain("://", page);
        foreach ((string file, string type) in new[] { ("main.js", "text/javascript"), ("app.css", "text/css"), ("ort/ort.wasm.min.mjs", "text/javascript"), ("ort/ort-wasm-simd-threaded.wasm", "application/wasm") })
        {
            using HttpResponseMessage response = await app.Client.GetAsync(file);
            Assert.Equal(type, response.EnsureSuccessStatusCode().Content.Headers.ContentType?.MediaType);
        }
    }
}
