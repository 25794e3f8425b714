namespace DtcGen.Onnx.Tests;

public sealed class OnnxLatencyTests
{
    [Fact]
    public void LatencyIsTheMedianAndThe95thPercentile()
    {
        var result = OnnxLatencyResult.Of([.. Enumerable.Range(1, 100).Reverse().Select(static i => (double)i)]);
        Assert.Equal(new OnnxLatencyResult(50.5, 95, 100), result);
        Assert.Equal(new OnnxLatencyResult(7, 7, 1), OnnxLatencyResult.Of([7]));
    }

    [Fact]
    public void LatencyIsMeasuredOnRealRuns()
    {
        var result = OnnxLatency.Measure(SmallNetwork.Make(), RandomArrays.Normal(1, 6), runs: 5, warmup: 1);
        Assert.Equal(5, result.Runs);
        Assert.True(result.Median > 0 && result.Percentile95 >= result.Median);
    }
}
