using DtcGen.Tests.Allocated;
using DtcGen.Tests.Shared;
using Xunit.Abstractions;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace DtcGen.Onnx.Tests.Allocated;

/// <summary>
/// What an export and a parity check cost, counted rather than timed: the tensors that they make, exactly, and the bytes that they take
/// from .NET, to a few per cent. Who changes a number here for the better writes the new one down.
/// </summary>
public sealed class AllocationTests(ITestOutputHelper output)
{
    private const double Margin = 1.1;
    private const int BatchSize = 64;

    [Fact]
    public void AnExportMakesNoTensor()
    {
        using var model = new CountedNet();
        model.eval();
        Export();
        var cost = CostOf(Export);

        Assert.Equal(0, cost.Tensors);
        Assert.Equal(0, cost.Live);
        Assert.InRange(cost.Bytes, 1, Margin * 145584);

        void Export() => OnnxExport.Build(model, OnnxInput.Batched(3, 8, 8)).ToBytes();
    }

    // The copy that the model keeps, the folded weights in their place, and the file.
    [Theory]
    [InlineData(false, 2)]
    [InlineData(true, 3)]
    public void WeightsAreCopiedNoOftenerThanTheyChange(bool folded, int copies)
    {
        using var conv = Conv2d(128, 128, 3, bias: false);
        using var norm = BatchNorm2d(128);
        norm.eval();
        var length = Export();
        Assert.InRange((double)CostOf(() => Export()).Bytes / length, copies, copies + 0.3);

        int Export()
        {
            using var scope = NewDisposeScope();
            var graph = new OnnxGraph(new OnnxExportOptions { FoldBatchNorm = folded });
            var image = graph.Input("x", OnnxElementType.Float, "batch", 128, 8, 8);
            return graph.ToModel(graph.BatchNorm("norm", graph.Conv2d("conv", image, conv), norm)).ToBytes().Length;
        }
    }

    // Of a batch, the library takes from .NET what the outputs need, and less than a copy of the inputs.
    [Fact]
    public void ParityOfMoreSamplesTakesNoMoreMemoryAtATime()
    {
        using var model = new CountedNet();
        model.eval();
        var file = OnnxExport.Build(model, OnnxInput.Batched(3, 8, 8));
        using var images = randn(24 * BatchSize, 3, 8, 8);
        using var first = images.narrow(0, 0, 4 * BatchSize);
        Compare(first);
        var (few, many) = (CostOf(() => Compare(first)), CostOf(() => Compare(images)));

        Assert.Equal(Compare(first), Compare(images));
        // The five of the forward, and the batch.
        Assert.Equal(20 * (5 + 1), many.Tensors - few.Tensors);
        Assert.Equal(0, many.Live);
        Assert.InRange((many.Bytes - few.Bytes) / 20, 1, Margin * 10568);
        Assert.True((many.Bytes - few.Bytes) / 20 < BatchSize * 3 * 8 * 8 * sizeof(float));

        long Compare(Tensor samples)
        {
            var live = new MostLive();
            var options = new OnnxParityOptions { BatchSize = BatchSize };
            Assert.True(OnnxParity.Compare(model, file, samples, options, live).Passed);
            return live.Tensors;
        }
    }

    private WorkCost CostOf(Action work)
    {
        var cost = WorkCost.Of(work);
        output.WriteLine($"{cost}");
        return cost;
    }

    private sealed class MostLive : IProgress<long>
    {
        public long Tensors { get; private set; }

        public void Report(long value) => Tensors = Math.Max(Tensors, WorkCost.LiveTensors);
    }
}
