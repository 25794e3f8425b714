using DtcGen.Tests.Shared;
using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace DtcGen.Onnx.Tests;

public sealed class OnnxParityTests : IDisposable
{
    private readonly DisposeScope _scope = NewDisposeScope();
    private readonly Perceptron _module = new();

    private OnnxModel Model => OnnxExport.Build(_module, OnnxInput.Batched(6));

    public void Dispose()
    {
        _module.Dispose();
        _scope.Dispose();
    }

    [Fact]
    public void A_faithful_export_passes_in_batches_and_modes_are_given_back()
    {
        _module.train();
        _module.fc1.eval();
        var reported = new List<long>();

        OnnxParityResult result = OnnxParity.Compare(
            _module, Model, randn(103, 6), new OnnxParityOptions { BatchSize = 37 }, new SynchronousProgress(reported.Add));

        Assert.True(result.Passed, result.ToString());
        Assert.Equal(103, result.Samples);
        Assert.Equal(1, result.ArgmaxAgreement);
        Assert.Equal([37L, 74L, 103L], reported);
        Assert.True(_module.training);
        Assert.False(_module.fc1.training);
        Assert.True(_module.fc2.training);
    }

    [Fact]
    public void A_file_is_compared_as_well()
    {
        using var folder = new TemporaryFolder();
        Model.Save(folder.File("model.onnx"));
        Assert.True(OnnxParity.Compare(_module, folder.File("model.onnx"), randn(5, 6)).Passed);
        _module.eval();
        Assert.True(OnnxParity.Compare(x => _module.call(x), folder.File("model.onnx"), randn(5, 6)).Passed);
    }

    [Fact]
    public void A_changed_weight_fails()
    {
        OnnxModel model = Model;
        using (no_grad())
        {
            _module.fc2.weight.add_(0.01);
        }

        OnnxParityResult result = OnnxParity.Compare(_module, model, randn(50, 6));
        Assert.False(result.Passed);
        Assert.True(result.MaxAbsDifference > 1e-4);
    }

    [Fact]
    public void NaN_does_not_pass_even_on_both_sides()
    {
        Tensor input = zeros(2, 6);
        input.fill_(float.NaN);
        OnnxParityResult result = OnnxParity.Compare(_module, Model, input);
        Assert.Equal(double.NaN, result.MaxAbsDifference);
        Assert.False(result.Passed);
    }

    [Fact]
    public void Nothing_compared_does_not_pass()
    {
        OnnxParityResult result = OnnxParity.Compare(x => [_module.call(x[0])], Model, []);
        Assert.Equal(0, result.Samples);
        Assert.False(result.Passed);
    }

    [Fact]
    public void Differences_are_measured_as_said()
    {
        var meter = new ParityMeter();
        meter.Add([1, 2, 4, 0], [1, 2.5, 4, 0], [2, 2]);
        Assert.Equal(0.5, meter.MaxAbsDifference);
        Assert.Equal(0.2, meter.MaxRelDifference, 12);
        Assert.Equal(1, meter.ArgmaxAgreement);
    }

    [Fact]
    public void Equally_large_entries_agree_and_others_do_not()
    {
        var meter = new ParityMeter();
        meter.Add([3, 3, 1], [3, 3.0001, 1], [1, 3]);
        Assert.Equal(1, meter.ArgmaxAgreement);
        meter.Add([3, 2, 1], [1, 2, 3], [1, 3]);
        Assert.Equal(0.5, meter.ArgmaxAgreement);
        meter.Add([double.PositiveInfinity], [double.PositiveInfinity], [1, 1]);
        Assert.Equal(2, meter.MaxAbsDifference);
    }

    [Fact]
    public void Maps_are_compared_position_by_position()
    {
        var meter = new ParityMeter();
        meter.Add([0, 9, 5, 1], [0, 1, 5, 9], [1, 2, 2]);
        Assert.Equal(0.5, meter.ArgmaxAgreement);
    }

    [Fact]
    public void It_can_be_cancelled_between_batches()
    {
        using var source = new CancellationTokenSource();
        Assert.Throws<OperationCanceledException>(() => OnnxParity.Compare(
            _module, Model, randn(50, 6), new OnnxParityOptions { BatchSize = 10 }, new SynchronousProgress(_ => source.Cancel()), source.Token));
    }

    [Fact]
    public void Another_shape_is_an_error_that_names_the_output()
    {
        OnnxModel model = Model;
        var error = Assert.Throws<OnnxModelException>(() => OnnxParity.Compare(x => _module.call(x).narrow(1, 0, 2), model, randn(3, 6)));
        Assert.Contains("output", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Latency_is_the_median_and_the_95th_percentile()
    {
        OnnxLatencyResult result = OnnxLatencyResult.Of([.. Enumerable.Range(1, 100).Reverse().Select(static i => (double)i)]);
        Assert.Equal(new OnnxLatencyResult(50.5, 95, 100), result);
        Assert.Equal(new OnnxLatencyResult(7, 7, 1), OnnxLatencyResult.Of([7]));
    }

    [Fact]
    public void Latency_is_measured_on_real_runs()
    {
        OnnxLatencyResult result = OnnxLatency.Measure(Model, randn(1, 6), runs: 5, warmup: 1);
        Assert.Equal(5, result.Runs);
        Assert.True(result.Median > 0 && result.Percentile95 >= result.Median);
    }

    private sealed class SynchronousProgress(Action<long> report) : IProgress<long>
    {
        public void Report(long value) => report(value);
    }
}
