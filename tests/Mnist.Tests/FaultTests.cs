using System.Text.Json;
using DtcGen.Datasets;
using DtcGen.Onnx;
using DtcGen.Training;

namespace DtcGen.Samples.Mnist.Tests;

/// <summary>What a run says and leaves when the network, not the user, is at fault.</summary>
public sealed class FaultTests : IDisposable
{
    private static readonly OnnxParityResult Good = new(10, 1e-6, 1e-5, 1, 1e-4);

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task AFileThatComputesSomethingElseFailsParityAndTheExitCodeSaysSo()
    {
        // The choice of class is the same, so it is the tolerance that failed.
        var bad = Good with { MaxAbsDifference = 0.1 };
        foreach (var (dense, pruned) in new[] { (bad, Good), (Good, bad) })
        {
            var run = await RunAsync(job => (job.Report.Dense, job.Report.Pruned) = (Figures(dense), Figures(pruned)));

            Assert.Equal("", run.Error);
            Assert.Equal(ExitCode.ParityFailed, run.ExitCode);
            Assert.Contains("Parity FAILED", run.Output);
            var parity = Result().GetProperty("parity");
            Assert.False(parity.GetProperty("passed").GetBoolean());
            Assert.Equal(0.1, parity.GetProperty("maxAbsDifference").GetDouble());
            Assert.Equal(1, parity.GetProperty("argmaxAgreement").GetDouble());
        }
    }

    [Fact]
    public async Task AFileThatChoosesAnotherClassFailsParityWithinTheToleranceToo()
    {
        var bad = Good with { ArgmaxAgreement = 0.9 };
        var run = await RunAsync(job => (job.Report.Dense, job.Report.Pruned) = (Figures(Good), Figures(bad)));
        Assert.Equal(ExitCode.ParityFailed, run.ExitCode);
    }

    [Fact]
    public async Task BothThatPassEndWellAndNoneThatIsMissing()
    {
        Assert.Equal(
            ExitCode.Done, (await RunAsync(job => (job.Report.Dense, job.Report.Pruned) = (Figures(Good), Figures(Good)))).ExitCode);
        Assert.Equal(ExitCode.ParityFailed, (await RunAsync(job => job.Report.Dense = Figures(Good))).ExitCode);
    }

    [Fact]
    public async Task ALossThatIsNoNumberStopsTheTrainingWithItsPlaceNamedAndKeepsTheCyclesAndTheFile()
    {
        var cycle = new CycleRecord
        {
            Cycle = 0,
            Groups = [],
            Neurons = 460,
            Sparsity = 0.1,
            Loss = 1,
            Metric = 0.5,
            TrainSeconds = 1,
            ClipSeconds = 1,
            EvaluateSeconds = 1,
        };
        var run = await RunAsync(job =>
        {
            File.WriteAllText(job.File("dense.onnx"), "a file");
            job.File("pruned.onnx");
            job.Do("compress", "compressing", 0, () => throw new TrainingStoppedException("the loss", new(1, 3, 63), null, [cycle]));
        });

        Assert.Equal(ExitCode.TrainingFailed, run.ExitCode);
        Assert.Contains("While compressing: Cycle 1, step 3: the loss is NaN or infinite", run.Error);
        Assert.Contains("dense.onnx, result.json", run.Error);
        Assert.StartsWith("failed while compressing", Result().GetProperty("status").GetString());
        Assert.Equal(460, Assert.Single(Result().GetProperty("cycles").EnumerateArray().ToArray()).GetProperty("neurons").GetInt32());
    }

    [Fact]
    public async Task AnErrorOfTheProgramItselfIsToldWithItsTrace()
    {
        var run = await RunAsync(job => job.Do("train", "training", 0, () => throw new FormatException("odd")));
        Assert.Equal(ExitCode.InternalError, run.ExitCode);
        Assert.Contains("please report it", run.Error);
        Assert.Contains("While training.", run.Error);
        Assert.Contains("   at ", run.Error);
        Assert.Equal("failed while training: odd", Result().GetProperty("status").GetString());
    }

    private static ModelFigures Figures(OnnxParityResult parity)
        => new() { Neurons = 1, Parameters = 1, MultiplyAdds = 1, OnnxBytes = 1, Parity = parity };

    private Task<SampleRun> RunAsync(Action<SampleJob> work) => SampleRun.InProcessAsync(
        Program.Sample with { Work = work, QuickImages = (10, 10) }, _folder, ["--quick", "--out", _folder.Combine("out")]);

    private JsonElement Result() => JsonDocument.Parse(File.ReadAllText(_folder.Combine("out", "result.json"))).RootElement;
}
