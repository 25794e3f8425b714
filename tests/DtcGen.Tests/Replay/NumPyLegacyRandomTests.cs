using DtcGen.Replay;

namespace DtcGen.Tests.Replay;

public class NumPyLegacyRandomTests
{
    private const uint Seed = 42424242;

    [Fact]
    public void NormalNumbersAreNumPysBitForBit()
    {
        var values = new double[51 * 512];
        new NumPyLegacyRandom(Seed).Fill(values);

        Assert.Equal(
            [-0.14204330745729457, -0.6409619696711423, 0.26948772917875913, -0.7657177863348001, -0.10340952263416575],
            values[..5]);
        Assert.Equal(-1.7361698628955815, values[^1]);
        Assert.Equal(244.58888457108702, values.Sum(), 1e-10);
    }

    [Fact]
    public void ChoiceIsNumPys()
    {
        var chosen = new NumPyLegacyRandom(Seed).Choice(512, 460);

        Assert.Equal([479, 36, 358, 309, 227, 66, 54, 378], chosen[..8]);
        Assert.Equal(460, chosen.Distinct().Count());
        Assert.All(chosen, index => Assert.InRange(index, 0, 511));
    }

    [Fact]
    public void FillInPiecesEqualsFillAtOnce()
    {
        var whole = new double[101];
        new NumPyLegacyRandom(7).Fill(whole);
        var pieces = new double[101];
        var stream = new NumPyLegacyRandom(7);
        stream.Fill(pieces.AsSpan(0, 33));
        stream.Fill(pieces.AsSpan(33));

        Assert.Equal(whole, pieces);
    }

    [Theory]
    [InlineData(5, 6)]
    [InlineData(-1, 0)]
    [InlineData(5, -1)]
    public void ImpossibleChoicesAreRefused(int population, int count)
        => Assert.Throws<ArgumentOutOfRangeException>(() => new NumPyLegacyRandom(1).Choice(population, count));
}
