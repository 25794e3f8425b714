using DtcGen.Compressibility;
using DtcGen.Tests.Training;

namespace DtcGen.Tests.Compressibility;

public class WeightCompressionTests
{
    [Fact]
    public void EntropyAndSizesOfKnownSymbols()
    {
        sbyte[] symbols = [
            .. Enumerable.Repeat((sbyte)0, 4096), .. Enumerable.Repeat((sbyte)5, 2048), .. Enumerable.Repeat((sbyte)-5, 2048)
        ];

        var measured = WeightCompression.Measure(symbols);

        Assert.Equal(8192, measured.Weights);
        Assert.Equal(4096, measured.NonZeros);
        Assert.Equal(0.5, measured.Sparsity);
        Assert.Equal(1.5, measured.BitsPerWeight, 1e-12);
        Assert.Equal(1, measured.BitsPerNonZero, 1e-12);
        Assert.Equal(1536, measured.EntropyBytes);

        // Runs are not independent weights, so DEFLATE is far below the entropy here.
        Assert.InRange(measured.DeflateBytes, 10, 200);
    }

    [Fact]
    public void ThresholdingZeroesSmallWeightsAndNothingElse()
    {
        using var model = new TwoLayers(16, 32, 8);
        var before = model.Weights();
        var expected = WeightCompression.Measure(model, 0.3);

        WeightCompression.Threshold(model, 0.3);

        var after = model.Weights();
        var measured = WeightCompression.Measure(model);
        Assert.Equal(expected, measured);
        Assert.Equal(after.Count(weight => weight != 0), measured.NonZeros);
        Assert.InRange(measured.Sparsity, 0.2, 0.4);
        Assert.All(before.Zip(after), pair => Assert.True(pair.Second == 0 || pair.First == pair.Second));
        Assert.True(measured.DeflateBytes < measured.Weights);
    }

    [Theory]
    [InlineData(-0.1)]
    [InlineData(1)]
    [InlineData(double.NaN)]
    public void SharesOutOfRangeAreRefused(double share)
    {
        using var model = new TwoLayers(4, 8, 3);
        Assert.Throws<ArgumentOutOfRangeException>(() => WeightCompression.Measure(model, share));
        Assert.Throws<ArgumentOutOfRangeException>(() => WeightCompression.Threshold(model, share));
    }
}
