using System.Diagnostics;
using System.Text.Json;

namespace DtcGen.Benchmarks;

/// <summary>A program that replaces the model file of a running inference app over and over.</summary>
internal sealed class SwapTarget : IKillTarget
{
    private const int Questions = 20;
    private const double Tolerance = 1e-5;

    private readonly KilledFolder _folder = new();
    private readonly string _models = Path.Combine(AppContext.BaseDirectory, "models");
    private readonly ServedApp _app;
    private readonly HttpClient _http;
    private readonly double[][] _known;

    public SwapTarget()
    {
        foreach (var (from, to) in new[] { ("dense", "swapped"), ("dense", "dense"), ("pruned", "pruned") })
        {
            File.Copy(Path.Combine(_models, from + ".onnx"), _folder.File(to + ".onnx"));
        }

        _app = ServedApp.StartAsync(["--models", _folder.Path]).GetAwaiter().GetResult();
        _http = new HttpClient { BaseAddress = _app.Address };
        _known = [Ask("dense")!, Ask("pruned")!];
    }

    public string Name => "a model replaced while it is served";

    public void Dispose()
    {
        _http.Dispose();
        _app.Dispose();
        _folder.Dispose();
    }

    public ProcessStartInfo Start()
        => KilledFolder.Program("DtcGen.Benchmarks", SwapRun.Verb, "--from", _models, "--to", _folder.File("swapped.onnx"));

    // The server goes on answering, with one of the two models.
    public string? FaultAfterKill()
    {
        for (var i = 0; i < Questions; i++)
        {
            if (Ask("swapped") is not { } answer)
            {
                return "the server refused";
            }

            if (!Array.Exists(_known, known => known.Zip(answer).All(static pair => Math.Abs(pair.First - pair.Second) < Tolerance)))
            {
                return $"the server answered {string.Join(' ', answer)}, which neither of the models does";
            }
        }

        return _folder.FaultOfFiles();
    }

    public string? FaultAtEnd() => FaultAfterKill();

    private double[]? Ask(string model)
    {
        using var content = new ByteArrayContent(ServedRequest.Image());
        content.Headers.ContentType = new("application/octet-stream");
        using var response = _http.PostAsync($"/predict/{model}", content).GetAwaiter().GetResult();
        if (!response.IsSuccessStatusCode)
        {
            return null;
        }

        using var answer = JsonDocument.Parse(response.Content.ReadAsStream());
        return [.. answer.RootElement.GetProperty("probabilities").EnumerateArray().Select(static value => value.GetDouble())];
    }
}
