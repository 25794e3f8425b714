using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.ML.OnnxRuntime;

namespace DtcGen.Samples.InferenceApp.Tests;

public sealed class PredictTests : IAsyncLifetime
{
    private RunningApp _app = null!;

    public async Task InitializeAsync() => _app = await RunningApp.StartAsync();

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Theory]
    [InlineData("/predict/dense", "dense")]
    [InlineData("/predict/pruned", "pruned")]
    [InlineData("/predict", "pruned")]
    public async Task ProbabilitiesAreThoseOfTheFileUnderTheNormalisationThatItNames(string path, string model)
    {
        // The oracle: the file run alone, with the numbers of MNIST written out, and softmax in double precision.
        using var session = new InferenceSession(model == "dense" ? ShippedModels.Dense : ShippedModels.Pruned);
        using var input = OrtValue.CreateTensorValueFromMemory(
            Array.ConvertAll(TestImages.Seven, pixel => (pixel - 0.1307f) / 0.3081f), [1, 1, 28, 28]);
        using var options = new RunOptions();
        using var outputs = session.Run(options, new Dictionary<string, OrtValue> { [session.InputNames[0]] = input }, session.OutputNames);
        double[] powers = [.. outputs[0].GetTensorDataAsSpan<float>().ToArray().Select(score => Math.Exp(score))];

        using var response = await _app.PostAsync(TestImages.Seven, path);
        var answer = await response.Content.ReadFromJsonAsync<JsonElement>();

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(model, answer.GetProperty("model").GetString());
        Assert.Equal("7", answer.GetProperty("class").GetString());
        double[] probabilities = [.. answer.GetProperty("probabilities").EnumerateArray().Select(p => p.GetDouble())];
        Assert.Equal(10, probabilities.Length);
        Assert.All(probabilities.Zip(powers), pair => Assert.Equal(pair.Second / powers.Sum(), pair.First, 1e-5));
        Assert.True(answer.GetProperty("milliseconds").GetDouble() > 0);
    }

    [Fact]
    public async Task JsonGivesTheSameAnswerAsBytes()
    {
        var json = "[" + string.Join(", ", TestImages.Seven.Select(pixel => pixel.ToString(CultureInfo.InvariantCulture))) + "]";
        Assert.Equal(
            await ProbabilitiesAsync(TestImages.Bytes(TestImages.Seven), "application/octet-stream"),
            await ProbabilitiesAsync(System.Text.Encoding.UTF8.GetBytes(json), "application/json; charset=utf-8"));
    }

    [Theory]
    [InlineData(PngWriter.Grey, 8)]
    [InlineData(PngWriter.Grey, 1)]
    [InlineData(PngWriter.Grey, 2)]
    [InlineData(PngWriter.Grey, 4)]
    [InlineData(PngWriter.Colour, 8)]
    [InlineData(PngWriter.GreyAlpha, 8)]
    [InlineData(PngWriter.ColourAlpha, 8)]
    [InlineData(PngWriter.Palette, 8)]
    [InlineData(PngWriter.Palette, 1)]
    public async Task EveryKindOfPngGivesTheSameAnswerAsBytes(byte colourType, byte depth)
    {
        var samples = colourType switch { PngWriter.Colour => 3, PngWriter.GreyAlpha => 2, PngWriter.ColourAlpha => 4, _ => 1 };
        var png = PngWriter.Write(28, 28, depth, colourType, Row, colourType == PngWriter.Palette ? [0, 0, 0, 255, 255, 255] : null);

        Assert.Equal(
            await ProbabilitiesAsync(TestImages.Bytes(TestImages.Seven), "application/octet-stream"),
            await ProbabilitiesAsync(png, "image/png"));

        byte[] Row(int y)
        {
            var row = new byte[(28 * samples * depth + 7) / 8];
            for (var x = 0; x < 28; x++)
            {
                var light = TestImages.Seven[y * 28 + x] == 1;
                for (var bit = x * samples * depth; bit < (x + 1) * samples * depth; bit++)
                {
                    // Light is all ones, dark all zeros and opaque; in a palette light is entry 1.
                    var one = colourType == PngWriter.Palette ? light && bit % depth == depth - 1 : light;
                    var alpha = samples is 2 or 4 && bit / depth % samples == samples - 1;
                    row[bit / 8] |= (byte)(one || alpha ? 0x80 >> (bit % 8) : 0);
                }
            }

            return row;
        }
    }

    [Fact]
    public async Task ImagesThatComeWhileABatchRunsShareTheNextOne()
    {
        using var gate = new SemaphoreSlim(0);
        List<int> batches = [];
        await using var gated = await RunningApp.StartAsync(
            new Dictionary<string, byte[]> { ["pruned"] = ShippedModels.Pruned },
            options => options with { Batch = 4 },
            file => new GatedClassifier(OnnxClassifier.Load(file), gate, batches.Add));
        var slot = gated.Catalogue.Models.Single();

        var first = gated.PostAsync(TestImages.Seven);
        await RunningApp.UntilAsync(() => Task.FromResult(batches.Count == 1));
        Task<HttpResponseMessage>[] others = [.. Enumerable.Range(0, 6).Select(_ => gated.PostAsync(TestImages.Seven))];
        await RunningApp.UntilAsync(() => Task.FromResult(slot.Queue.Length == 6));
        gate.Release(3);
        var answers = await Task.WhenAll([first, .. others]);

        Assert.Equal([1, 4, 2], batches);
        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer.StatusCode));
    }

    private async Task<double[]> ProbabilitiesAsync(byte[] content, string type)
    {
        using var response = await _app.PostAsync("/predict", content, type);
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.StatusCode == HttpStatusCode.OK, text);
        using var answer = JsonDocument.Parse(text);
        return [.. answer.RootElement.GetProperty("probabilities").EnumerateArray().Select(p => p.GetDouble())];
    }
}
