namespace DtcGen.Sweeps.Tests;

public class AxisTests
{
    private enum Colour
    {
        Red,
        Green,
    }

    [Fact]
    public void ValuesAreTextsInOrder()
    {
        Assert.Equal(["l2", "dtc"], Axis.Of("criterion", "l2", "dtc").Texts);
        Assert.Equal(["0.1", "1E-05", "Infinity"], Axis.Of("rate", 0.1, 0.00001, double.PositiveInfinity).Texts);
        Assert.Equal(["true", "false"], Axis.Of("flag", true, false).Texts);
        Assert.Equal(["Red", "Green"], Axis.Of("colour", Colour.Red, Colour.Green).Texts);
        Assert.Equal(["1", "2", "3"], Axis.Seeds(3).Texts);
        Assert.Equal(["40", "41"], Axis.Seeds(2, first: 40).Texts);
    }

    [Fact]
    public void StepsAreCountedInDecimal()
    {
        Assert.Equal(
            ["0", "0.1", "0.2", "0.3", "0.4", "0.5", "0.6", "0.7", "0.8", "0.9", "1"], Axis.Range("share", 0.0, 1.0, 0.1).Texts);
        Assert.Equal(["1", "3", "5"], Axis.Range("depth", 1, 6, 2).Texts);
        Assert.Equal(["3", "2", "1"], Axis.Range("depth", 3, 1, -1).Texts);
        Assert.Equal(["7"], Axis.Range("depth", 7, 7).Texts);
        Assert.Equal(["-2147483648", "-1", "2147483646"], Axis.Range("whole", int.MinValue, int.MaxValue, int.MaxValue).Texts);
    }

    [Fact]
    public void WhatIsNoAxisIsRefused()
    {
        Refused("has no value", static () => Axis.Of<int>("a"));
        Refused("the value '1' twice", static () => Axis.Of("a", 1, 2, 1));
        Refused("takes texts, numbers", static () => Axis.Of("a", DateTime.UnixEpoch));
        Refused("NaN is no value", static () => Axis.Of("a", double.NaN));
        Refused("control character", static () => Axis.Of("a", "b\nc"));
        Refused("control character", static () => Axis.Of("a\n", "b"));
        Refused("name", static () => Axis.Of(" ", "b"));
        Refused("made by Axis.Seeds", static () => Axis.Of("seed", 1));
        Refused("does not get from 0 to 1 by steps of 0", static () => Axis.Range("a", 0.0, 1.0, 0.0));
        Refused("does not get from 0 to 1 by steps of -1", static () => Axis.Range("a", 0, 1, -1));
        Refused("would have", static () => Axis.Range("a", 0.0, 1.0, 1e-9));
        Refused("is no end and no step", static () => Axis.Range("a", 0.0, double.PositiveInfinity, 1.0));
        Refused("count", static () => Axis.Seeds(0));
        Refused("first", static () => Axis.Seeds(2, int.MaxValue));
    }

    [Fact]
    public void WhatIsNoSweepIsRefused()
    {
        var axis = Axis.Of("a", 1, 2);
        Refused("needs an axis", static () => Make());
        Refused("two axes called 'a'", () => Make(axis, axis));
        Refused("more than 1000000 cells", static () => Make(Axis.Range("a", 1, 2000), Axis.Range("b", 1, 2000), Axis.Range("c", 1, 2000000 / 2)));

        static Sweep Make(params Axis[] axes) => new("s", axes, static _ => new Figures());
    }

    [Fact]
    public void TheLastAxisRunsFastest()
    {
        var grid = new Grid([Axis.Of("a", "x", "y"), Axis.Range("b", 1, 3), Axis.Seeds(2)]);
        Assert.Equal(12, grid.Count);
        Assert.Equal("a=x b=1 seed=1", $"{grid[0]}");
        Assert.Equal("a=x b=1 seed=2", $"{grid[1]}");
        Assert.Equal("a=x b=2 seed=1", $"{grid[2]}");
        Assert.Equal("a=y b=3 seed=2", $"{grid[11]}");
        Assert.Equal(12, Enumerable.Range(0, 12).Select(n => $"{grid[n]}").Distinct().Count());
    }

    [Fact]
    public void ACellGivesItsValuesByTheirTypes()
    {
        var grid = new Grid([Axis.Of("criterion", "l2"), Axis.Of("depth", 3), Axis.Of("rate", 0.5), Axis.Of("colour", Colour.Green), Axis.Seeds(1, 7)]);
        var cell = new Cell(grid[0], "folder", static (_, _) => { }, CancellationToken.None);
        Assert.Equal(("l2", 3, 3.0, 0.5, Colour.Green, 7), (
            cell.Get<string>("criterion"), cell.Get<int>("depth"), cell.Get<double>("depth"), cell.Get<double>("rate"), cell.Get<Colour>("colour"), cell.Seed));
        Assert.Equal("0.5", cell["rate"]);
        Assert.Contains("'depth'", Assert.Throws<ArgumentException>(() => cell["dept"]).Message);
        Assert.Contains("asked for as Int32", Assert.Throws<InvalidCastException>(() => cell.Get<int>("rate")).Message);
    }

    [Fact]
    public void FiguresHaveOneNameEach()
    {
        var figures = new Figures { { "a", 1.5 }, { "b", [1, double.NaN] } };
        Assert.Equal(["a", "b"], figures);
        Refused("a figure 'a' already", () => figures.Add("a", [2]));
        Refused("name", () => figures.Add("", 1));
    }

    [Theory]
    [InlineData("0-3,7", new[] { 0, 1, 2, 3, 7 })]
    [InlineData("5", new[] { 5 })]
    [InlineData("0,2,4-5", new[] { 0, 2, 4, 5 })]
    public void ListsOfCellsAreShort(string text, int[] numbers)
    {
        Assert.Equal(numbers, CellList.Parse(text, 8));
        Assert.Equal(text, CellList.Format(numbers));
    }

    private static void Refused(string message, Action action)
        => Assert.Contains(message, Assert.ThrowsAny<ArgumentException>(action).Message, StringComparison.Ordinal);
}
