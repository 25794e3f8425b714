namespace DtcGen.Onnx.Tests;

/// <summary>A model of two layers: Gemm fc1 (5 × 6, with a bias), Relu relu, Gemm output (4 × 5).</summary>
internal static class SmallNetwork
{
    /// <summary>A new one, of operator set 17.</summary>
    public static OnnxModel Make() => new HandMadeModel()
        .Input("x", "batch", 6).Weight("fc1.weight", 5, 6).Weight("fc1.bias", 5).Weight("fc2.weight", 4, 5)
        .Node("Gemm", "x fc1.weight fc1.bias -> fc1", ("transB", 1))
        .Node("Relu", "fc1 -> relu")
        .Node("Gemm", "relu fc2.weight -> output", ("transB", 1))
        .Build("output", OnnxElementType.Float, "batch", 4);

    /// <summary>What it computes, in double precision and by no code of ours: weights are 1, 1/2, 1/3, … in rows.</summary>
    public static double[] Compute(ReadOnlySpan<float> x)
    {
        var hidden = new double[5];
        for (var i = 0; i < 5; i++)
        {
            var sum = 1.0 / (i + 1);
            for (var j = 0; j < 6; j++)
            {
                sum += x[j] / ((i * 6) + j + 1);
            }

            hidden[i] = Math.Max(0, sum);
        }

        return [.. Enumerable.Range(0, 4).Select(k => Enumerable.Range(0, 5).Sum(i => hidden[i] / ((k * 5) + i + 1)))];
    }
}
