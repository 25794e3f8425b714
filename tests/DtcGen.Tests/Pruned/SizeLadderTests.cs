namespace DtcGen.Tests.Pruned;

/// <summary>How many neurons of each group stay, step by step.</summary>
public sealed class SizeLadderTests
{
    private static readonly double[] Low = [1, 2, 3, 4, 5, 6, 7];
    private static readonly double[] High = [3.5, 30, 20, 10, 40, 60, 50, 70, 80, 90, 100, 110, 120, 130, 140, 150];

    [Fact]
    public void EachSetLosesTheSameShare()
    {
        var ladder = new SizeLadder([Group(Low, 0), Group(High, 1)]);
        var sizes = Enumerable.Range(0, ladder.Steps + 1).Select(ladder.Sizes).ToArray();

        Assert.Equal([7, 16], sizes[0]);
        Assert.Equal([6, 15], sizes[1]);
        Assert.Equal([1, 1], sizes[^1]);
        Assert.Contains(sizes, static size => size is [3, 8]);
        foreach (var (before, after) in sizes.Zip(sizes.Skip(1)))
        {
            Assert.True(after[0] <= before[0] && after[1] <= before[1]);
            Assert.InRange(before.Sum() - after.Sum(), after.Contains(1) ? 0 : 1, 2);
            Assert.InRange(((7.0 - after[0]) / 7) - ((16.0 - after[1]) / 16), -1.0 / 7, 1.0 / 7);
        }
    }

    [Fact]
    public void OfGroupsRankedTogetherTheLowestLeave()
    {
        var ladder = new SizeLadder([Group(Low, 5), Group(High, 5)]);

        // 1, 2, 3 of one, 3.5 of the other, then 4.
        Assert.Equal([[6, 16], [5, 16], [4, 16], [4, 15], [3, 15]], Enumerable.Range(1, 5).Select(ladder.Sizes));

        // One stays, and the others go on.
        Assert.Equal([1, 14], ladder.Sizes(8));
        Assert.Equal([1, 1], ladder.Sizes(ladder.Steps));
    }

    [Fact]
    public void BoundsAndMultiplesHold()
    {
        var ladder = new SizeLadder([
            new GroupSize(Low, 4, 6, 1, 0), new GroupSize(High, 3, 16, 4, 0), new GroupSize(Low, 5, 5, 1, null),
        ]);
        var sizes = Enumerable.Range(0, ladder.Steps + 1).Select(ladder.Sizes).ToArray();

        Assert.Equal([6, 16, 5], sizes[0]);
        Assert.Equal([4, 4, 5], sizes[^1]);
        Assert.All(sizes, static size => Assert.True(size[0] is >= 4 and <= 6 && size[1] is 4 or 8 or 12 or 16));
        Assert.Equal([4, 8, 12, 16], sizes.Select(static size => size[1]).Distinct().Order());
    }

    [Fact]
    public void WhatIsNoMultipleStaysAsItIsOrIsAMultiple()
    {
        var group = new GroupSize(new double[19], 1, 19, 8, 0);
        Assert.Equal([8, 8, 16, 19, 19], new[] { 1, 8, 9, 17, 19 }.Select(group.Keep));
        Assert.Equal(8, (group with { Maximum = 15 }).Keep(15));
        Assert.Equal(5, (group with { Minimum = 5, Maximum = 7 }).Keep(19));
    }

    [Fact]
    public void WhereAllScoresAreTheSameGroupsLoseTheSameShare()
    {
        var ladder = new SizeLadder([Group(new double[8], 0), Group(new double[16], 0)]);
        Assert.Equal([4, 8], ladder.Sizes(12));
        Assert.Equal([1, 2], ladder.Sizes(21));
    }

    private static GroupSize Group(double[] scores, int set) => new(scores, 1, scores.Length, 1, set);
}
