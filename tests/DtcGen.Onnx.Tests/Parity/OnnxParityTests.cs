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
    public void OfNoSamplesNothingIsSaidInAnyOverload()
    {
        using var folder = new TemporaryFolder();
        var (file, none) = (folder.File("model.onnx"), zeros(0, 6));
        Model.Save(file);
        _module.eval();
        OnnxParityResult[] results =
        [
            OnnxParity.Compare(_module, Model, none),
            OnnxParity.Compare(_module, file, none),
            OnnxParity.Compare(x => _module.call(x), Model, none),
            OnnxParity.Compare(x => _module.call(x), file, none),
            OnnxParity.Compare(x => [_module.call(x[0])], Model, []),
            OnnxParity.Compare(static _ => throw new InvalidOperationException("Nothing is computed."), Model, [[none], [none]]),
        ];
        Assert.All(results, result =>
        {
            Assert.Equal("0 samples: nothing was compared.", result.ToString());
            Assert.Equal(double.NaN, result.MaxAbsDifference);
            Assert.False(result.Passed);
        });
        Assert.Contains(
            "no inputs", Assert.Throws<ArgumentException>(() => OnnxParity.Compare(x => x, Model, [[]])).Message, StringComparison.Ordinal);
        Assert.Contains(
            "a single number",
            Assert.Throws<ArgumentException>(() => OnnxParity.Compare(_module, Model, tensor(1f))).Message,
            StringComparison.Ordinal);
        Assert.Contains(
            "0 samples",
            Assert.Throws<ArgumentException>(() => OnnxLatency.Measure(Model, none.ToOnnxArray())).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void AResultSaysWhatItGoesBy()
    {
        var result = new OnnxParityResult(1000, 3.2e-3, 0.1, 0.999, 0.015625) { ElementType = OnnxElementType.Float16 };
        Assert.Equal(
            "1,000 samples passed: the largest difference is 3.2e-3, the tolerance 1.6e-2 in Float16; the largest entry is at the same place in 99.9 %.",
            result.ToString());
        Assert.Contains("1,000 samples FAILED", (result with { MaxAbsDifference = double.NaN }).ToString(), StringComparison.Ordinal);
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
