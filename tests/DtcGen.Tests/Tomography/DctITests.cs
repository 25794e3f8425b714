using DtcGen.Tomography;

namespace DtcGen.Tests.Tomography;

public class DctITests
{
    [Fact]
    public void MatchesItsDefinitionForEveryLength()
    {
        for (var length = 1; length <= 130; length++)
        {
            var values = RandomValues(length, length);
            var expected = DenseDctI.Apply(values);

            new DctI(length).Transform(values);

            AssertClose(expected, values, 1e-13);
        }
    }

    [Fact]
    public void FiveNumbersAreTheKnownOnes()
    {
        var first = new double[] { 1, 0, 0, 0, 0 };
        var second = new double[] { 0, 1, 0, 0, 0 };
        new DctI(5).Transform(first);
        new DctI(5).Transform(second);

        AssertClose([0.353553, 0.5, 0.5, 0.5, 0.353553], first, 1e-6);
        AssertClose([0.5, 0.5, 0, -0.5, -0.5], second, 1e-6);
    }

    [Theory]
    [InlineData(512)]
    [InlineData(1000)]
    [InlineData(4096)]
    [InlineData(16384)]
    public void IsItsOwnInverseAndKeepsLengths(int length)
    {
        var values = RandomValues(length, 1);
        var transformed = (double[])values.Clone();
        var transform = new DctI(length);

        transform.Transform(transformed);
        Assert.Equal(values.Sum(v => v * v), transformed.Sum(v => v * v), 1e-9 * length);
        transform.Transform(transformed);

        AssertClose(values, transformed, 1e-12);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(8)]
    [InlineData(9)]
    [InlineData(23)]
    public void RowsAreTransformedAsIfAlone(int count)
    {
        const int Length = 47;
        var rows = RandomValues(count * Length, 2);
        var alone = (double[])rows.Clone();
        var transform = new DctI(Length);

        transform.TransformRows(rows, count);
        for (var row = 0; row < count; row++)
        {
            transform.Transform(alone.AsSpan(row * Length, Length));
        }

        AssertClose(alone, rows, 1e-14);
    }

    [Fact]
    public void WrongSizesAreRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new DctI(0));
        Assert.Throws<ArgumentException>(() => new DctI(4).Transform(new double[5]));
        Assert.Throws<ArgumentException>(() => new DctI(4).TransformRows(new double[8], 3));
    }

    private static double[] RandomValues(int count, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(_ => random.NextDouble() - 0.5)];
    }

    private static void AssertClose(double[] expected, double[] actual, double tolerance)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (var i = 0; i < expected.Length; i++)
        {
            Assert.True(
                Math.Abs(expected[i] - actual[i]) <= tolerance,
                $"Length {expected.Length}, number {i}: expected {expected[i]}, got {actual[i]}.");
        }
    }
}
