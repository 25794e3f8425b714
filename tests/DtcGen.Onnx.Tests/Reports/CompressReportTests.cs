using System.Text.Json;
using DtcGen.Training;

namespace DtcGen.Onnx.Tests.Reports;

public sealed class CompressReportTests : IDisposable
{
    private static readonly OnnxParityResult Parity = new(1000, 2e-5, 1e-3, 1, 1e-4);

    private readonly string _path = Path.Combine(Path.GetTempPath(), $"dtcgen-report-{Guid.NewGuid():N}.json");

    public void Dispose() => File.Delete(_path);

    [Fact]
    public void ItsTextIsATableWithWhatTheProgramAddsAndWhetherTheFilesAgree()
    {
        var report = Full();
        report.AddRow("bits", 8, 2, "F1");
        report.AddRow("share", 0.25, 0.5, "F2", isShare: true);
        report.Notes.Add("A note.");
        Assert.Equal(
            """
                                       dense  pruned  dense / pruned
            neurons                      512     128            4.00
            parameters                 4,000   1,000            4.00
            multiply-adds per sample   3,000       -               -
            ONNX file, bytes          16,000   5,000            3.20
            accuracy                  0.9800  0.9750         -0.0050
            latency at batch 1, ms    0.2000  0.0500            4.00
            latency at batch 64, ms        -  1.5000               -
            bits                         8.0     2.0            4.00
            share                       0.25    0.50         +0.2500
            A note.
            Parity passed: on 900 test samples ONNX Runtime's outputs differ from the networks' by at most 2.0e-05 (tolerance 1e-04); same class on 100.00 % of them.
            """.ReplaceLineEndings("\n"),
            report.ToString());
    }

    [Fact]
    public void ItsFileHasTheProgramsFactsAndAllFigures()
    {
        var report = Full();
        report.Facts["dataset"] = "digits";
        report.Status = "completed";
        report.Seconds["train"] = 1.5;
        report.Cycles = [Cycle()];
        report.Save(_path);
        report.Save(_path);

        using var file = JsonDocument.Parse(File.ReadAllText(_path));
        var root = file.RootElement;
        Assert.Equal("digits", root.GetProperty("dataset").GetString());
        Assert.Equal("completed", root.GetProperty("status").GetString());
        Assert.Equal(512, root.GetProperty("dense").GetProperty("neurons").GetInt32());
        Assert.Equal(0.05, root.GetProperty("pruned").GetProperty("latencyMsBatch1").GetDouble());
        Assert.Equal(JsonValueKind.Null, root.GetProperty("pruned").GetProperty("multiplyAdds").ValueKind);
        Assert.Equal(1.5, root.GetProperty("seconds").GetProperty("train").GetDouble());
        Assert.Equal(900, root.GetProperty("parity").GetProperty("samples").GetInt32());
        Assert.True(root.GetProperty("parity").GetProperty("passed").GetBoolean());
        var cycle = Assert.Single(root.GetProperty("cycles").EnumerateArray().ToArray());
        Assert.Equal(1, cycle.GetProperty("cycle").GetInt32());
        Assert.Equal(2.5, cycle.GetProperty("entropyPrevious").GetDouble());
        Assert.Equal(JsonValueKind.Null, cycle.GetProperty("entropyNext").ValueKind);
        Assert.Equal("fc1", cycle.GetProperty("groups")[0].GetProperty("name").GetString());
    }

    [Fact]
    public void ItPassesOnlyWhenBothFilesAreKnownWithinTheToleranceAndChooseTheSame()
    {
        Assert.False(new CompressReport().Passed);
        Assert.True(With(Parity, Parity).Passed);
        Assert.False(With(Parity, null).Passed);
        Assert.False(With(Parity with { MaxAbsDifference = 2e-4 }, Parity).Passed);
        Assert.False(With(Parity, Parity with { MaxAbsDifference = double.NaN }).Passed);
        Assert.False(With(Parity, Parity with { ArgmaxAgreement = 0.999 }).Passed);
        Assert.False(With(Parity with { Samples = 0 }, Parity).Passed);

        // Outputs of one entry have no classes.
        Assert.True(With(Parity with { ArgmaxAgreement = double.NaN }, Parity with { ArgmaxAgreement = double.NaN }).Passed);
    }

    [Fact]
    public void TheParityIsTheWorseOfBothNumberByNumber()
    {
        var worse = With(Parity with { MaxAbsDifference = 3e-5 }, Parity with { Samples = 7, ArgmaxAgreement = 0.5 }).Parity!;
        Assert.Equal((7, 3e-5, 0.5), (worse.Samples, worse.MaxAbsDifference, worse.ArgmaxAgreement));
        Assert.True(double.IsNaN(With(Parity with { MaxAbsDifference = double.NaN }, Parity).Parity!.MaxAbsDifference));
    }

    [Fact]
    public void WhatIsNotFiniteIsNullInTheFileAndARunThatWasStoppedHasWhatItHas()
    {
        var report = With(Parity with { MaxAbsDifference = double.NaN }, Parity);
        report.Save(_path);
        using (var file = JsonDocument.Parse(File.ReadAllText(_path)))
        {
            Assert.Equal(JsonValueKind.Null, file.RootElement.GetProperty("parity").GetProperty("maxAbsDifference").ValueKind);
        }

        report.Pruned = null;
        report.Save(_path);
        using var stopped = JsonDocument.Parse(File.ReadAllText(_path));
        Assert.Equal("not finished", stopped.RootElement.GetProperty("status").GetString());
        Assert.Equal(JsonValueKind.Null, stopped.RootElement.GetProperty("pruned").ValueKind);
        Assert.Equal(JsonValueKind.Null, stopped.RootElement.GetProperty("parity").ValueKind);
        Assert.Contains("neurons                       1       -", report.ToString());
    }

    private static CompressReport Full() => new()
    {
        Dense = new ModelFigures
        {
            Neurons = 512,
            Parameters = 4000,
            MultiplyAdds = 3000,
            OnnxBytes = 16_000,
            Accuracy = 0.98,
            Parity = Parity,
            LatencyMs = new Dictionary<int, double> { [1] = 0.2 },
        },
        Pruned = new ModelFigures
        {
            Neurons = 128,
            Parameters = 1000,
            MultiplyAdds = null,
            OnnxBytes = 5_000,
            Accuracy = 0.975,
            Parity = Parity with { Samples = 900, MaxAbsDifference = 1e-5 },
            LatencyMs = new Dictionary<int, double> { [64] = 1.5, [1] = 0.05 },
        },
    };

    private static CompressReport With(OnnxParityResult? dense, OnnxParityResult? pruned)
        => new() { Dense = Figures(dense), Pruned = Figures(pruned) };

    private static ModelFigures Figures(OnnxParityResult? parity)
        => new() { Neurons = 1, Parameters = 1, MultiplyAdds = 1, OnnxBytes = 1, Parity = parity };

    private static CycleRecord Cycle() => new()
    {
        Cycle = 0,
        Groups =
        [
            new GroupRecord
            {
                Name = "fc1",
                NeuronsBefore = 512,
                NeuronsAfter = 460,
                Kept = [],
                EntropyPrevious = 2.5,
                EntropyNext = null,
                Solver = null,
            },
        ],
        Neurons = 460,
        Sparsity = 0.1,
        Loss = 0.5,
        Metric = 0.9,
        TrainSeconds = 1,
        ClipSeconds = 2,
        EvaluateSeconds = 3,
    };
}
