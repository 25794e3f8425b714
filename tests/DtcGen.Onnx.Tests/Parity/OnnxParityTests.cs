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
    public void AFaithfulExportPassesInBatchesAndModesAreGivenBack()
    {
        _module.train();
        _module.fc1.eval();
        var reported = new List<long>();

        var result = OnnxParity.Compare(
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
    public void AFileIsComparedAsWell()
    {
        using var folder = new TemporaryFolder();
        Model.Save(folder.File("model.onnx"));
        Assert.True(OnnxParity.Compare(_module, folder.File("model.onnx"), randn(5, 6)).Passed);
        _module.eval();
        Assert.True(OnnxParity.Compare(x => _module.call(x), folder.File("model.onnx"), randn(5, 6)).Passed);
    }

    [Fact]
    public void AChangedWeightFails()
    {
        var model = Model;
        using (no_grad())
        {
            _module.fc2.weight.add_(0.01);
        }

        var result = OnnxParity.Compare(_module, model, randn(50, 6));
        Assert.False(result.Passed);
        Assert.True(result.MaxAbsDifference > 1e-4);
    }

    [Fact]
    public void NaNDoesNotPassEvenOnBothSides()
    {
        var input = zeros(2, 6);
        input.fill_(float.NaN);
        var result = OnnxParity.Compare(_module, Model, input);
        Assert.Equal(double.NaN, result.MaxAbsDifference);
        Assert.False(result.Passed);
    }

    [Fact]
    public void NothingComparedDoesNotPass()
    {
        var result = OnnxParity.Compare(x => [_module.call(x[0])], Model, []);
        Assert.Equal(0, result.Samples);
        Assert.False(result.Passed);
    }

    [Fact]
    public void ItCanBeCancelledBetweenBatches()
    {
        using var source = new CancellationTokenSource();
        Assert.Throws<OperationCanceledException>(() => OnnxParity.Compare(
            _module,
            Model,
            randn(50, 6),
            new OnnxParityOptions { BatchSize = 10 },
            new SynchronousProgress(_ => source.Cancel()),
            source.Token));
    }

    [Fact]
    public void AnotherShapeIsAnErrorThatNamesTheOutput()
    {
        var model = Model;
        var error = Assert.Throws<OnnxModelException>(() => OnnxParity.Compare(x => _module.call(x).narrow(1, 0, 2), model, randn(3, 6)));
        Assert.Contains("output", error.Message, StringComparison.Ordinal);
    }

    private sealed class SynchronousProgress(Action<long> report) : IProgress<long>
    {
        public void Report(long value) => report(value);
    }
}
