using static TorchSharp.torch;

namespace DtcGen.Onnx.Tests;

/// <summary>What must hold of every operation: a valid model in old and new operator sets that computes what TorchSharp computes.</summary>
internal static class OperationChecks
{
    // Each set from which on an operator is written differently, and the newest that ONNX Runtime takes.
    private static readonly int[] Opsets = [OnnxOpsets.Oldest, 14, 15, 17, 18, 20, 21, 24, OnnxOpsets.Newest];

    public static void Check(OperationCase operation, bool foldBatchNorm = false)
    {
        using var scope = NewDisposeScope();
        manual_seed(17);
        foreach (var opset in Opsets)
        {
            var model = operation.Export(opset, foldBatchNorm);
            var verdict = OnnxChecker.Judge(model);
            Assert.True(verdict.IsValid, string.Join('\n', verdict.Broken.Concat(verdict.NotKnown)));
            Assert.All(new long[] { 1, 37 }, batch =>
            {
                var input = operation.Input([batch, .. operation.SampleShape]);
                var result = OnnxParity.Compare(operation.Torch, model, input, new OnnxParityOptions { Tolerance = operation.Tolerance });
                Assert.True(result.Passed, $"opset {opset}, batch {batch}: {result}");
                DeclaredShapeHolds(model.Outputs[0], operation.Torch(input).shape, batch);
            });
        }
    }

    /// <summary>The shape that the file gives to an output is the one that comes out.</summary>
    private static void DeclaredShapeHolds(OnnxValue output, long[] shape, long batch)
    {
        Assert.Equal(shape.Length, output.Rank);
        for (var i = 0; i < shape.Length; i++)
        {
            var declared = output.Shape[i].Symbol == "batch" ? batch : output.Shape[i].Value;
            Assert.True(declared is null || declared == shape[i], $"{output} came out as [{string.Join(", ", shape)}]");
        }
    }
}
