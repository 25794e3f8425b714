using DtcGen.RandomNumbers;

namespace DtcGen.Tests.RandomNumbers;

public class CounterGaussianStreamTests
{
    [Fact]
    public void MomentsAreThoseOfANormalDistribution()
    {
        const int Count = 400_000;
        var values = new double[Count];
        new CounterGaussianStream(3).Fill(values);

        // Five standard errors of each moment: a wrong scale or a lost sign is hundreds away.
        Assert.Equal(0, values.Average(), 5 / Math.Sqrt(Count));
        Assert.Equal(1, values.Average(v => v * v), 5 * Math.Sqrt(2.0 / Count));
        Assert.Equal(0, values.Average(v => v * v * v), 5 * Math.Sqrt(15.0 / Count));
        Assert.Equal(3, values.Average(v => v * v * v * v), 5 * Math.Sqrt(96.0 / Count));
        Assert.Equal(0.317310508, values.Average(v => Math.Abs(v) > 1 ? 1.0 : 0.0), 5 * Math.Sqrt(0.22 / Count));
    }

    [Fact]
    public void NeighboursAreUncorrelated()
    {
        const int Count = 200_000;
        var values = new double[Count + 256];
        new CounterGaussianStream(3).Fill(values);

        foreach (var lag in (int[])[1, 2, 255, 256])
        {
            var correlation = Enumerable.Range(0, Count).Average(i => values[i] * values[i + lag]);
            Assert.Equal(0, correlation, 5 / Math.Sqrt(Count));
        }
    }

    [Fact]
    public void SameSeedSameNumbersHoweverTheyAreTaken()
    {
        var whole = new double[3000];
        new CounterGaussianStream(9).Fill(whole);
        var pieces = new double[3000];
        var stream = new CounterGaussianStream(9);
        for (var first = 0; first < pieces.Length; first += 7)
        {
            stream.Fill(pieces.AsSpan(first, Math.Min(7, pieces.Length - first)));
        }

        Assert.Equal(whole, pieces);
        var other = new double[3000];
        new CounterGaussianStream(10).Fill(other);
        Assert.DoesNotContain(0, whole.Zip(other, (a, b) => a - b));
    }
}
