using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace DtcGen.Samples.InferenceApp.Tests;

/// <summary>The app on a free port of this machine, over a folder of its own.</summary>
internal sealed class RunningApp : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly TemporaryFolder _folder;

    private RunningApp(WebApplication app, TemporaryFolder folder)
    {
        _app = app;
        _folder = folder;
        Address = new Uri(app.Urls.Single());
        Client = new HttpClient { BaseAddress = Address };
    }

    public Uri Address { get; }

    public HttpClient Client { get; }

    public ModelCatalogue Catalogue => _app.Services.GetRequiredService<ModelCatalogue>();

    /// <param name="models">The files to serve, by name; null serves those that ship with the app.</param>
    /// <param name="change">Changes the options.</param>
    /// <param name="load">Loads a model.</param>
    public static async Task<RunningApp> StartAsync(
        IReadOnlyDictionary<string, byte[]>? models = null,
        Func<AppOptions, AppOptions>? change = null,
        Func<byte[], IClassifier>? load = null)
    {
        var folder = new TemporaryFolder();
        foreach (var (name, file) in models
            ?? new Dictionary<string, byte[]> { ["dense"] = ShippedModels.Dense, ["pruned"] = ShippedModels.Pruned })
        {
            await File.WriteAllBytesAsync(folder.File(name + ".onnx"), file);
        }

        var options = new AppOptions { Models = folder.Path, Urls = "http://127.0.0.1:0", Linger = TimeSpan.Zero };
        var app = InferenceServer.Build(change?.Invoke(options) ?? options, load);
        await app.StartAsync();
        return new RunningApp(app, folder);
    }

    /// <summary>Puts a file in place in one step.</summary>
    public void Put(string name, byte[] file)
    {
        var temporary = _folder.File(name + ".new");
        File.WriteAllBytes(temporary, file);
        File.Move(temporary, _folder.File(name + ".onnx"), overwrite: true);
    }

    public void Remove(string name) => File.Delete(_folder.File(name + ".onnx"));

    public async Task<HttpResponseMessage> PostAsync(string path, byte[] content, string? type)
    {
        using var body = new ByteArrayContent(content);
        body.Headers.ContentType = type is null ? null : MediaTypeHeaderValue.Parse(type);
        return await Client.PostAsync(path, body);
    }

    public Task<HttpResponseMessage> PostAsync(float[] pixels, string path = "/predict")
        => PostAsync(path, TestImages.Bytes(pixels), "application/octet-stream");

    public async Task<JsonElement> GetJsonAsync(string path)
    {
        using var document = JsonDocument.Parse(await Client.GetStringAsync(path));
        return document.RootElement.Clone();
    }

    /// <summary>Waits until something holds that happens soon, and fails if it does not.</summary>
    public static async Task UntilAsync(Func<Task<bool>> holds)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (!await holds())
        {
            await Task.Delay(20, limit.Token);
        }
    }

    public Task StopAsync() => _app.StopAsync();

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.DisposeAsync();
        _folder.Dispose();
    }
}
