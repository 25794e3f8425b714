namespace DtcGen.Onnx.Tests;

/// <summary>Arrays to run models on.</summary>
internal static class RandomArrays
{
    /// <summary>Normal numbers, the same at each call.</summary>
    public static OnnxArray Normal(params long[] shape)
    {
        var random = new Random(42);
        float Next() => (float)(Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble()));
        return OnnxArray.Of([.. Enumerable.Range(0, (int)shape.Aggregate(1L, static (a, b) => a * b)).Select(_ => Next())], shape);
    }
}
