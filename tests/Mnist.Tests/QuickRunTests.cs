using System.Text.Json;
using Microsoft.ML.OnnxRuntime;

namespace DtcGen.Samples.Mnist.Tests;

/// <summary>What the main job leaves and says.</summary>
public sealed class QuickRunTests(QuickRun run) : IClassFixture<QuickRun>
{
    [Fact]
    public void ItEndsWellAndWritesThreeFilesAndNothingElse()
    {
        Assert.Equal(ExitCode.Done, run.Run.ExitCode);
        Assert.Equal(
            ["dense.onnx", "pruned.onnx", "result.json"], Directory.GetFileSystemEntries(run.Out).Select(Path.GetFileName).Order());
    }

    [Fact]
    public void TheResultHasTheDocumentedFields()
    {
        Assert.Equal("synthetic digits", run.Result.GetProperty("dataset").GetString());
        Assert.Equal(7, run.Result.GetProperty("seed").GetInt64());
        Assert.Equal("dtc", run.Result.GetProperty("criterion").GetString());
        Assert.Equal("completed", run.Result.GetProperty("status").GetString());
        foreach (var model in new[] { "dense", "pruned" })
        {
            AssertFields(
                run.Result.GetProperty(model),
                "neurons",
                "parameters",
                "multiplyAdds",
                "onnxBytes",
                "accuracy",
                "latencyMsBatch1",
                "latencyMsBatch512");
        }

        AssertFields(run.Result.GetProperty("parity"), "samples", "maxAbsDifference", "argmaxAgreement", "tolerance", "passed");
        AssertFields(run.Result.GetProperty("seconds"), "train", "compress", "export", "parity");
        Assert.All(
            run.Result.GetProperty("cycles").EnumerateArray(),
            c => AssertFields(c, "neurons", "sparsity", "accuracy", "entropyPrevious", "entropyNext", "seconds"));
    }

    [Fact]
    public void TheCyclesFollowTheCountRuleDownToTheTarget()
    {
        // keep(m) = ceil(0.9 (m − 1)), worked out by hand, until 512 × (1 − 0.75) = 128 are left.
        int[] expected = [460, 414, 372, 334, 300, 270, 243, 218, 196, 176, 158, 142, 128];
        JsonElement[] cycles = [.. run.Result.GetProperty("cycles").EnumerateArray()];

        Assert.Equal(expected, cycles.Select(c => c.GetProperty("neurons").GetInt32()));
        Assert.Equal(
            expected.Select(n => 1 - n / 512.0),
            cycles.Select(c => c.GetProperty("sparsity").GetDouble()),
            (a, b) => Math.Abs(a - b) < 1e-12);
        Assert.All(cycles, c => Assert.InRange(c.GetProperty("accuracy").GetDouble(), 0.3, 1));
    }

    [Fact]
    public void SizesAreThoseOfTheTwoNetworks()
    {
        AssertSizes("dense", neurons: 512);
        AssertSizes("pruned", neurons: 128);

        void AssertSizes(string model, int neurons)
        {
            var result = run.Result.GetProperty(model);
            Assert.Equal(neurons, result.GetProperty("neurons").GetInt32());
            Assert.Equal(784 * neurons + neurons * 10, result.GetProperty("parameters").GetInt32());
            Assert.Equal(784 * neurons + neurons * 10, result.GetProperty("multiplyAdds").GetInt32());
            Assert.Equal(new FileInfo(Path.Combine(run.Out, model + ".onnx")).Length, result.GetProperty("onnxBytes").GetInt64());
        }
    }

    [Fact]
    public void ItLearnsAndKeepsWhatItLearned()
    {
        var dense = run.Result.GetProperty("dense").GetProperty("accuracy").GetDouble();
        var pruned = run.Result.GetProperty("pruned").GetProperty("accuracy").GetDouble();
        Assert.InRange(dense, 0.85, 1);
        Assert.InRange(pruned, dense - 0.05, 1);
    }

    [Fact]
    public void ParityIsCheckedOnEveryTestImage()
    {
        var parity = run.Result.GetProperty("parity");
        Assert.True(parity.GetProperty("passed").GetBoolean());
        Assert.Equal(1000, parity.GetProperty("samples").GetInt32());
        Assert.Equal(1, parity.GetProperty("argmaxAgreement").GetDouble());
        Assert.InRange(parity.GetProperty("maxAbsDifference").GetDouble(), 0, 1e-4);
        Assert.Equal(1e-4, parity.GetProperty("tolerance").GetDouble());
    }

    [Theory]
    [InlineData("dense")]
    [InlineData("pruned")]
    public void TheFilesRunAndReachTheAccuracyReported(string model)
    {
        var test = Datasets.SyntheticDigits.Create(1, 1000, seed: 7).Test;
        float[] inputs = [.. test.Pixels.Select(p => (p / 255f - 0.1307f) / 0.3081f)];

        using var session = new InferenceSession(Path.Combine(run.Out, model + ".onnx"));
        using var input = OrtValue.CreateTensorValueFromMemory(inputs, [1000, 1, 28, 28]);
        using var options = new RunOptions();
        using var outputs = session.Run(options, new Dictionary<string, OrtValue> { [session.InputNames[0]] = input }, session.OutputNames);
        var scores = outputs[0].GetTensorDataAsSpan<float>().ToArray();

        var right = Enumerable.Range(0, 1000)
            .Count(i => scores.AsSpan(i * 10, 10).IndexOf(scores.AsSpan(i * 10, 10).ToArray().Max()) == test.Labels[i]);
        Assert.Equal(run.Result.GetProperty(model).GetProperty("accuracy").GetDouble(), right / 1000.0, 1e-9);
    }

    [Fact]
    public void TheFilesSayHowToUseThemAndWhichNeuronsWereKept()
    {
        Dictionary<string, string> dense = Facts("dense"), pruned = Facts("pruned");
        foreach (var facts in new[] { dense, pruned })
        {
            Assert.Equal("0.1307", facts["mean"]);
            Assert.Equal("0.3081", facts["deviation"]);
            Assert.Equal("0,1,2,3,4,5,6,7,8,9", facts["classes"]);
        }

        Assert.Equal("""{"fc1":{"before":512}}""", dense["neurons"]);
        using var neurons = JsonDocument.Parse(pruned["neurons"]);
        var fc1 = neurons.RootElement.GetProperty("fc1");
        int[] kept = [.. fc1.GetProperty("kept").EnumerateArray().Select(neuron => neuron.GetInt32())];
        Assert.Equal(512, fc1.GetProperty("before").GetInt32());
        Assert.Equal(128, kept.Length);
        Assert.Equal(kept.Order().Distinct(), kept);
        Assert.InRange(kept[^1], 128, 511);

        Dictionary<string, string> Facts(string model)
        {
            using var session = new InferenceSession(Path.Combine(run.Out, model + ".onnx"));
            return session.ModelMetadata.CustomMetadataMap;
        }
    }

    [Fact]
    public void ItSaysWhichDataItUsedAndShowsEveryCycleAndTheComparison()
    {
        var lines = run.Run.Output.Split('\n');
        Assert.Contains(
            lines, l => l.Contains("synthetic digits", StringComparison.Ordinal) && l.Contains("built in", StringComparison.Ordinal));
        var header = Array.FindIndex(lines, l => l.StartsWith("cycle  neurons", StringComparison.Ordinal));
        Assert.InRange(header, 1, lines.Length);
        Assert.Equal(13, lines.Skip(header).Count(l => l.Length > 20 && int.TryParse(l.AsSpan(0, 5), out var _)));
        foreach (var row in new[]
        {
            "neurons", "parameters", "multiply-adds", "ONNX file", "accuracy", "latency at batch 1,", "latency at batch 512",
            "Parity passed"
        })
        {
            Assert.Contains(lines, l => l.TrimStart().StartsWith(row, StringComparison.Ordinal));
        }
    }

    private static void AssertFields(JsonElement element, params string[] names)
        => Assert.All(names, name => Assert.True(element.TryGetProperty(name, out _), $"no field {name} in {element}"));
}
