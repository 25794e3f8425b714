using System.Text.Json;

namespace DtcGen.Samples.Mnist.Tests;

/// <summary>What a run says and leaves when the network, not the user, is at fault.</summary>
public sealed class FaultTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_file_that_computes_something_else_fails_parity_and_the_exit_code_says_so()
    {
        SampleRun run = await SampleRun.InProcessAsync(new BrokenSample(scores => scores * 1.01), folder, Arguments());

        Assert.Equal("", run.Error);
        Assert.Equal(ExitCode.ParityFailed, run.ExitCode);
        Assert.Contains("Parity FAILED", run.Output);
        JsonElement parity = Result().GetProperty("parity");
        Assert.False(parity.GetProperty("passed").GetBoolean());
        Assert.InRange(parity.GetProperty("maxAbsDifference").GetDouble(), 1e-3, 10);

        // Scaling the scores changes no choice of class, so it is the tolerance that failed.
        Assert.Equal(1, parity.GetProperty("argmaxAgreement").GetDouble());
    }

    [Fact]
    public async Task A_loss_that_is_no_number_stops_the_training_with_its_place_named()
    {
        SampleRun run = await SampleRun.InProcessAsync(new BrokenSample(scores => scores * double.NaN), folder, Arguments());

        Assert.Equal(ExitCode.TrainingFailed, run.ExitCode);
        Assert.Contains("training the dense network", run.Error);
        Assert.Contains("loss is NaN", run.Error);
        Assert.StartsWith("failed while training", Result().GetProperty("status").GetString());
    }

    [Fact]
    public async Task One_that_comes_among_the_cycles_keeps_those_done_and_the_dense_file()
    {
        // Gradients are needed in training only: 2 epochs of 40 batches, then 10 to a cycle; the second cycle has steps 91 to 100.
        int steps = 0;
        SampleRun run = await SampleRun.InProcessAsync(
            new BrokenSample(scores => TorchSharp.torch.is_grad_enabled() && ++steps == 95 ? scores * double.NaN : scores * 1.0), folder, Arguments());

        Assert.Equal(ExitCode.TrainingFailed, run.ExitCode);
        Assert.Contains("compressing", run.Error);
        Assert.Contains("Cycle 1", run.Error);
        Assert.True(File.Exists(folder.Combine("out", "dense.onnx")));
        Assert.Equal(1, Result().GetProperty("cycles").GetArrayLength());
    }

    private string[] Arguments() => ["--quick", "--sparsity", "0.75", "--out", folder.Combine("out")];

    private JsonElement Result() => JsonDocument.Parse(File.ReadAllText(folder.Combine("out", "result.json"))).RootElement;
}
