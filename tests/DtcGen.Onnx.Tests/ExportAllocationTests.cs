using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace DtcGen.Onnx.Tests;

public sealed class ExportAllocationTests
{
    // The copy that the model keeps, the folded weights in their place, and the file.
    [Theory]
    [InlineData(false, 2)]
    [InlineData(true, 3)]
    public void WeightsAreCopiedNoOftenerThanTheyChange(bool folded, int copies)
    {
        using var conv = Conv2d(128, 128, 3, bias: false);
        using var norm = BatchNorm2d(128);
        norm.eval();
        _ = Export();
        var before = GC.GetAllocatedBytesForCurrentThread();
        var file = Export();
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.InRange((double)allocated / file.Length, copies, copies + 0.3);

        byte[] Export()
        {
            using var scope = NewDisposeScope();
            var graph = new OnnxGraph(new OnnxExportOptions { FoldBatchNorm = folded });
            var image = graph.Input("x", OnnxElementType.Float, "batch", 128, 8, 8);
            return graph.ToModel(graph.BatchNorm("norm", graph.Conv2d("conv", image, conv), norm)).ToBytes();
        }
    }
}
