using System.Text;

namespace DtcGen.Onnx.Tests;

public sealed class LatencyBudgetTests
{
    private static readonly OnnxInput Image = OnnxInput.Batched(3, 8, 8);

    [Theory]
    [InlineData(0.7, Ranking.WithinGroups)]
    [InlineData(0.4, Ranking.Global)]
    [InlineData(0.25, Ranking.WithinGroups)]
    public void WhatIsAskedForIsMetAfterFewMeasurements(double share, Ranking ranking)
    {
        using var model = new WideNet();
        var clock = new WorkClock();
        var report = Pruning.Run(model, new PruneOptions { Budget = OnnxBudget.Latency(share, 4, [Image], clock), Ranking = ranking });
        Assert.InRange(report.CostAfter / report.CostBefore, 0.95 * share, share);
        using var before = new WideNet();
        Assert.Equal(clock.Cost(OnnxExport.Build(before, Image)), report.CostBefore, 1e-9);
        Assert.Equal(clock.Cost(OnnxExport.Build(model, Image)), report.CostAfter, 1e-9);
        Assert.Null(report.Remark);

        // One is the model as it is left.
        Assert.InRange(clock.Ratios, 2, 7);
        Assert.Equal(1, clock.Profiles);
    }

    [Fact]
    public void WhereSizesAreCoarseTheReportSaysWhatStandsInTheWay()
    {
        using var model = new WideNet();
        var report = Pruning.Run(model, new PruneOptions
        {
            Budget = OnnxBudget.Latency(0.5, 4, [Image], new WorkClock()),
            RoundTo = 32,
        });
        Assert.True(report.CostAfter < 0.475 * report.CostBefore, $"{report}");
        Assert.Contains("the next larger sizes take", report.Remark, StringComparison.Ordinal);
        Assert.Contains("sizes are multiples of 32", $"{report}", StringComparison.Ordinal);
    }

    [Fact]
    public void ABatchThatNoInputTakesIsRefused()
    {
        using var model = new WideNet();
        var refused = Assert.Throws<InvalidOperationException>(() => Pruning.Run(
            model, new PruneOptions { Budget = OnnxBudget.Latency(0.5, 32, null, OnnxInput.Fixed(1, 3, 8, 8)) }));
        Assert.StartsWith(
            "Runs of 32 samples are to be timed, and no input has a batch that is open or of 32: ", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void WhereAllMayStayAllStays()
    {
        using var model = new WideNet();
        var neurons = model.Groups.Select(model.CountNeurons).ToArray();
        var report = Pruning.Run(model, new PruneOptions { Budget = OnnxBudget.Latency(1, 4, [Image], new WorkClock()) });
        Assert.Equal(neurons, model.Groups.Select(model.CountNeurons));
        Assert.Null(report.Remark);
    }

    [Fact]
    public void AClockThatSaysSomethingElseInTheEndIsRemarkedOn()
    {
        using var model = new WideNet();
        var report = Pruning.Run(model, new PruneOptions { Budget = OnnxBudget.Latency(0.5, 4, [Image], new WorkClock(slower: 0.1)) });
        Assert.True(report.CostAfter > 0.5 * report.CostBefore);
        Assert.Contains("% of the ms (batch 4) allowed, measured once more", report.Remark, StringComparison.Ordinal);
    }

    [Fact]
    public void APredictionFollowsTheLayersTimes()
    {
        using var model = new WideNet();
        var clock = new WorkClock(overhead: 0);
        var meter = new LatencyMeter(model, static model => OnnxExport.Build((WideNet)model, Image), clock);
        Assert.Equal(meter.Measure(model), meter.Predict(model), 1e-9);
        model.Clip(model.Groups[0], [.. Enumerable.Range(0, 32).Select(static i => (long)i)]);
        model.Clip(model.Groups[2], [.. Enumerable.Range(0, 50).Select(static i => (long)i)]);
        Assert.InRange(meter.Predict(model) / meter.Measure(model), 0.999, 1.001);
    }

    [Fact]
    public void ConvolutionsWorkInBlocks()
    {
        static double Work(int inputs, int outputs)
        {
            using var layer = TorchSharp.torch.nn.Conv2d(inputs, outputs, 3);
            var graph = new OnnxGraph();
            var image = graph.Input("x", OnnxElementType.Float, "batch", inputs, 8, 8);
            return LatencyMeter.Work(OnnxCost.Count(graph.ToModel(graph.Conv2d("conv", image, layer))).Layers[0]);
        }

        // Outputs up to the next block; inputs in fours, and others much slower.
        Assert.Equal(Work(32, 48), Work(32, 45));
        Assert.Equal(0.75, Work(24, 48) / Work(32, 48), 1e-9);
        Assert.InRange(Work(19, 48) / Work(32, 48), 0.9, 1.1);
    }

    [Fact]
    public void OnnxRuntimesProfileGivesEachLayerItsTime()
    {
        using var model = new WideNet();
        var onnx = OnnxExport.Build(model, Image);
        var inputs = new[] { OnnxArray.Of(new float[2 * 3 * 8 * 8], [2, 3, 8, 8]) };
        var before = Profiles();
        var times = OnnxNodeTimes.Measure(onnx, inputs, new OnnxLatencyOptions { Runs = 3, Warmup = 1, Threads = 1 });
        Assert.Equal(before, Profiles());

        static string[] Profiles() => Directory.GetFiles(Environment.CurrentDirectory, "onnxruntime_profile*");

        var named = onnx.Proto.Graph.Node.Zip(times).ToDictionary(static item => item.First.Name, static item => item.Second);
        Assert.All(["first", "second", "hidden", "last"], name => Assert.True(named[name] > 0, $"{name} in {string.Join(", ", named)}"));
        Assert.True(OnnxLatency.Ratio(onnx, onnx, inputs, new OnnxLatencyOptions { Runs = 3, Warmup = 1, Threads = 1 }) > 0);
    }

    [Fact]
    public void WhatIsFusedCountsForTheProduct()
    {
        using var model = new WideNet();
        var onnx = OnnxExport.Build(model, Image);
        const string Profile = """
            [{"cat":"Session","name":"model_run","dur":99},
             {"cat":"Node","name":"first_nchwc_kernel_time","dur":50,"args":{"op_name":"Conv"}},
             {"cat":"Node","name":"first_nchwc_kernel_time","dur":7,"args":{"op_name":"Conv"}},
             {"cat":"Node","name":"first_nchwc_kernel_time","dur":9,"args":{"op_name":"Conv"}},
             {"cat":"Node","name":"hidden_fence_before","dur":5,"args":{"op_name":"Gemm"}},
             {"cat":"Node","name":"fused relu_1_kernel_time","dur":1,"args":{"op_name":"FusedConv"}},
             {"cat":"Node","name":"fused relu_1_kernel_time","dur":3,"args":{"op_name":"FusedConv"}},
             {"cat":"Node","name":"relu_2_kernel_time","dur":1,"args":{"op_name":"Relu"}},
             {"cat":"Node","name":"relu_2_kernel_time","dur":2,"args":{"op_name":"Relu"}},
             {"cat":"Node","name":"ReorderInput_kernel_time","dur":4,"args":{"op_name":"ReorderInput"}}]
            """;
        var times = OnnxNodeTimes.Read(Encoding.UTF8.GetBytes(Profile), onnx, warmup: 1);
        var named = onnx.Proto.Graph.Node.Zip(times).Where(static item => item.Second > 0);
        Assert.Equal([("first", 8.0), ("second", 3.0), ("relu_2", 2.0)], named.Select(static item => (item.First.Name, item.Second)));
    }
}
