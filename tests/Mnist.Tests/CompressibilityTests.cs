using System.Text.Json;

namespace DtcGen.Samples.Mnist.Tests;

/// <summary>What the compressibility loss changes in a run, checked on the weights in the files.</summary>
public sealed class CompressibilityTests : IDisposable
{
    private const double Threshold = 0.02;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task WithItBothFilesHoldTheThresholdedWeightsThatTheResultDescribes()
    {
        var result = await ResultOfAsync("with", "--compressibility", "0.01");
        var measured = result.GetProperty("compressibility");
        Assert.Equal(0.01, measured.GetProperty("lambda").GetDouble());
        Assert.Equal(Threshold, measured.GetProperty("threshold").GetDouble());
        Assert.True(measured.GetProperty("exported").GetBoolean());
        Assert.True(result.GetProperty("parity").GetProperty("passed").GetBoolean());
        foreach (var model in new[] { "dense", "pruned" })
        {
            var file = ExportedWeights.Read(_folder.Combine("with", model + ".onnx"));
            Assert.All(file, tensor => Assert.False(HasSmall(tensor, 0.999 * Threshold)));
            AssertDescribes(measured.GetProperty(model), file);
            Assert.Equal(
                result.GetProperty(model).GetProperty("accuracy").GetDouble(),
                measured.GetProperty(model).GetProperty("accuracy").GetDouble());
        }
    }

    [Fact]
    public async Task WithoutItTheFilesHoldWhatTrainingLeftAndTheResultDescribesTheThresholdAllTheSame()
    {
        var measured = (await ResultOfAsync("without")).GetProperty("compressibility");
        Assert.Equal(0, measured.GetProperty("lambda").GetDouble());
        Assert.False(measured.GetProperty("exported").GetBoolean());
        foreach (var model in new[] { "dense", "pruned" })
        {
            var file = ExportedWeights.Read(_folder.Combine("without", model + ".onnx"));
            Assert.Contains(file, tensor => HasSmall(tensor, 0.9 * Threshold));
            AssertDescribes(measured.GetProperty(model), [.. file.Select(Thresholded)]);
        }

        static float[] Thresholded(float[] tensor)
        {
            var least = Threshold * tensor.Max(Math.Abs);
            return Array.ConvertAll(tensor, weight => Math.Abs(weight) < least ? 0 : weight);
        }
    }

    [Fact]
    public async Task MoreOfItMakesMoreZerosAndFewerBytesAlsoWhenNoNeuronLeaves()
    {
        var measured = new List<JsonElement>();
        foreach (var lambda in new[] { "0", "0.003", "0.03" })
        {
            var result = await ResultOfAsync("out", "--sparsity", "0", "--compressibility", lambda);
            measured.Add(result.GetProperty("compressibility").GetProperty("pruned"));
        }

        for (var i = 1; i < measured.Count; i++)
        {
            Assert.Equal(784 * 512 + 512 * 10, measured[i].GetProperty("weights").GetInt64());
            Assert.True(Number(i, "sparsity") > Number(i - 1, "sparsity") + 0.1);
            Assert.True(Number(i, "bitsPerWeight") < Number(i - 1, "bitsPerWeight") - 0.5);
            Assert.True(Number(i, "deflateBytes") < Number(i - 1, "deflateBytes"));
        }

        double Number(int run, string name) => measured[run].GetProperty(name).GetDouble();
    }

    private static bool HasSmall(float[] tensor, double share)
    {
        var least = share * tensor.Max(Math.Abs);
        return tensor.Any(weight => weight != 0 && Math.Abs(weight) < least);
    }

    /// <summary>Counts and the entropy anew, from thresholded weights.</summary>
    private static void AssertDescribes(JsonElement measured, IReadOnlyList<float[]> tensors)
    {
        float[] all = [.. tensors.SelectMany(tensor => tensor)];
        Assert.Equal(all.Length, measured.GetProperty("weights").GetInt64());

        // A weight at the very threshold may fall on either side, depending on the precision it is compared in.
        var nonZeros = measured.GetProperty("nonZeros").GetInt64();
        Assert.InRange(nonZeros, all.Count(weight => weight != 0) - 2, all.Count(weight => weight != 0) + 2);
        Assert.Equal(1 - nonZeros / (double)all.Length, measured.GetProperty("sparsity").GetDouble(), 1e-12);

        var counts = new Dictionary<int, int>();
        foreach (var tensor in tensors)
        {
            var step = tensor.Max(Math.Abs) / 127.0;
            foreach (var weight in tensor)
            {
                var level = weight == 0 ? 0 : Math.Sign(weight) * (int)Math.Max(1, Math.Round(Math.Abs(weight) / step));
                counts[level] = counts.GetValueOrDefault(level) + 1;
            }
        }

        var bits = counts.Values.Sum(count => count * Math.Log2((double)all.Length / count)) / all.Length;
        Assert.Equal(bits, measured.GetProperty("bitsPerWeight").GetDouble(), 1e-3);
        Assert.InRange(measured.GetProperty("entropyBytes").GetInt64(), (bits - 1e-3) * all.Length / 8, (bits + 1e-3) * all.Length / 8 + 1);
        Assert.InRange(measured.GetProperty("deflateBytes").GetInt64(), 1, all.Length);
    }

    private async Task<JsonElement> ResultOfAsync(string name, params string[] args)
    {
        var run = await SampleRun.InProcessAsync(Program.Sample, _folder, ["--quick", "--out", _folder.Combine(name), .. args]);
        Assert.Equal("", run.Error);
        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.Contains("weights not zero *", run.Output, StringComparison.Ordinal);
        return JsonDocument.Parse(File.ReadAllText(_folder.Combine(name, "result.json"))).RootElement;
    }
}
