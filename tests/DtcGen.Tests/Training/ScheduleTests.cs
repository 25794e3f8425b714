using DtcGen.Replay;
using DtcGen.Tests.Fixtures;
using DtcGen.Training;

namespace DtcGen.Tests.Training;

public class ScheduleTests
{
    [Theory]
    [InlineData(512, 0.75, 128)]
    [InlineData(512, 0.5, 256)]
    [InlineData(300, 0.9, 30)]
    [InlineData(10, 0.99, 1)]
    [InlineData(7, 0.0, 7)]
    public void TheShareScheduleEndsExactlyAtTheAskedSparsity(int neurons, double sparsity, int expected)
    {
        var schedule = new ShareSchedule(sparsity);

        var counts = Run(schedule, neurons);

        Assert.Equal(expected, counts[^1]);
        Assert.Equal(schedule.CountCycles(neurons), counts.Count - 1);
        for (var i = 1; i < counts.Count - 1; i++)
        {
            Assert.Equal((int)Math.Ceiling((0.9 * (counts[i - 1] - 1)) - 1e-9), counts[i]);
        }
    }

    [Theory]
    [InlineData(16, 0.4, 8, 8)]
    [InlineData(32, 0.4, 8, 16)]
    [InlineData(64, 0.4, 8, 40)]
    [InlineData(64, 0.99, 8, 8)]
    [InlineData(5, 0.5, 8, 5)]
    public void TheShareScheduleCanEndAtAMultiple(int neurons, double sparsity, int multiple, int expected)
        => Assert.Equal(expected, Run(new ShareSchedule(sparsity, multipleOf: multiple), neurons)[^1]);

    [Fact]
    public void TheFloorScheduleIsThatOfThePublishedRun()
        => Assert.Equal(PublishedSeries.Load().NeuronsKept, Run(new FloorSchedule(), 512).Skip(1));

    [Fact]
    public void ValuesOutOfRangeAreRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new ShareSchedule(1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ShareSchedule(-0.1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ShareSchedule(double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ShareSchedule(0.5, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ShareSchedule(0.5, 0.1, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new FloorSchedule(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new FloorSchedule(10, 1));
    }

    private static List<int> Run(IClipSchedule schedule, int neurons)
    {
        List<int> counts = [neurons];
        while (schedule.CountKept(neurons, counts[^1], counts.Count - 1) is var kept && kept < counts[^1])
        {
            counts.Add(kept);
        }

        return counts;
    }
}
