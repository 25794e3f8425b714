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

    [Theory]
    [InlineData(512, 0.75, 8, 128)]
    [InlineData(300, 0.9, 5, 30)]
    [InlineData(64, 0.5, 1, 32)]
    public void TheGeometricScheduleTakesTheSameShareOfWhatIsLeftEachTime(int neurons, double sparsity, int cycles, int expected)
    {
        var counts = Run(new GeometricSchedule(sparsity, cycles), neurons);

        // The share that a clip leaves is the N-th root of what is left at the end.
        var each = Math.Exp(Math.Log(1 - sparsity) / cycles);
        double left = neurons;
        Assert.Equal(Enumerable.Range(0, cycles + 1).Select(k => (int)Math.Floor((left = k == 0 ? left : left * each) + 0.5)), counts);
        Assert.Equal(expected, counts[^1]);
    }

    [Theory]
    [InlineData(512, 0.75, 8, 128)]
    [InlineData(1000, 0.9, 10, 100)]
    [InlineData(64, 0.5, 1, 32)]
    public void TheCubicScheduleIsThatOfItsPaper(int neurons, double sparsity, int cycles, int expected)
    {
        var counts = Run(new CubicSchedule(sparsity, cycles), neurons);

        // Equation 1: s_t = s_f + (s_i - s_f)(1 - (t - t_0)/(n dt))^3, from s_i = 0, t_0 = 0 and dt = 1.
        Assert.Equal(
            Enumerable.Range(0, cycles + 1).Select(t =>
            {
                var rest = 1 - ((double)t / cycles);
                var reached = sparsity + ((0 - sparsity) * rest * rest * rest);
                return (int)Math.Floor((neurons * (1 - reached)) + 0.5);
            }),
            counts);
        Assert.Equal(expected, counts[^1]);
    }

    [Fact]
    public void OneShotIsOneClip() => Assert.Equal([512, 128], Run(new OneShotSchedule(0.75), 512));

    [Theory]
    [InlineData(0.0)]
    [InlineData(0.3)]
    [InlineData(0.5)]
    [InlineData(0.97)]
    public void SchedulesOfCyclesEndExactlyInTimeHoweverFewTheNeurons(double sparsity)
    {
        foreach (var neurons in Enumerable.Range(1, 70))
        {
            foreach (var schedule in new CycleSchedule[]
            {
                new GeometricSchedule(sparsity), new CubicSchedule(sparsity, 7), new OneShotSchedule(sparsity),
            })
            {
                var counts = Run(schedule, neurons);
                Assert.Equal(Run(new ShareSchedule(sparsity), neurons)[^1], counts[^1]);
                Assert.InRange(counts.Count - 1, 0, schedule.Cycles);
                Assert.Equal(counts[^1], schedule.CountKept(neurons, neurons, schedule.Cycles + 5));
            }
        }
    }

    [Fact]
    public void ValuesOutOfRangeAreRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new GeometricSchedule(1.0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new GeometricSchedule(0.5, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new CubicSchedule(double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>(() => new CubicSchedule(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new OneShotSchedule(-0.1));
        Assert.Throws<InvalidOperationException>(() => new CubicSchedule(5).CountKept(10, 10, 0));
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
