using System.Text.Json;

namespace DtcGen.Samples.Mnist.Tests;

/// <summary>What a run says and leaves when the network, not the user, is at fault.</summary>
public sealed class FaultTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task AFileThatComputesSomethingElseFailsParityAndTheExitCodeSaysSo()
    {
        var run = await SampleRun.InProcessAsync(new BrokenSample(scores => scores * 1.01), _folder, Arguments());

        Assert.Equal("", run.Error);
        Assert.Equal(ExitCode.ParityFailed, run.ExitCode);
        Assert.Contains("Parity FAILED", run.Output);
        var parity = Result().GetProperty("parity");
        Assert.False(parity.GetProperty("passed").GetBoolean());
        Assert.InRange(parity.GetProperty("maxAbsDifference").GetDouble(), 1e-3, 10);

        // Scaling the scores changes no choice of class, so it is the tolerance that failed.
        Assert.Equal(1, parity.GetProperty("argmaxAgreement").GetDouble());
    }

    [Fact]
    public async Task ALossThatIsNoNumberStopsTheTrainingWithItsPlaceNamed()
    {
        var run = await SampleRun.InProcessAsync(new BrokenSample(scores => scores * double.NaN), _folder, Arguments());

        Assert.Equal(ExitCode.TrainingFailed, run.ExitCode);
        Assert.Contains("training the dense network", run.Error);
        Assert.Contains("loss is NaN", run.Error);
        Assert.StartsWith("failed while training", Result().GetProperty("status").GetString());
    }

    [Fact]
    public async Task OneThatComesAmongTheCyclesKeepsThoseDoneAndTheDenseFile()
    {
        // Gradients are needed in training only: 2 epochs of 40 batches, then 10 to a cycle; the second cycle has steps 91 to 100.
        var steps = 0;
        var run = await SampleRun.InProcessAsync(
            new BrokenSample(scores => TorchSharp.torch.is_grad_enabled() && ++steps == 95 ? scores * double.NaN : scores * 1.0),
            _folder,
            Arguments());

        Assert.Equal(ExitCode.TrainingFailed, run.ExitCode);
        Assert.Contains("compressing", run.Error);
        Assert.Contains("Cycle 1", run.Error);
        Assert.True(File.Exists(_folder.Combine("out", "dense.onnx")));
        Assert.Equal(1, Result().GetProperty("cycles").GetArrayLength());
    }

    private string[] Arguments() => ["--quick", "--sparsity", "0.75", "--out", _folder.Combine("out")];

    private JsonElement Result() => JsonDocument.Parse(File.ReadAllText(_folder.Combine("out", "result.json"))).RootElement;
}
