using System.Diagnostics;

namespace DtcGen.Benchmarks;

/// <summary>Medians of repeated runs.</summary>
internal static class Timing
{
    /// <summary>Milliseconds that one sample lasts at least, in repetitions of the work.</summary>
    private const double LeastSample = 0.2;

    /// <summary>
    /// Runs two pieces of work in turn, so that both see the same machine, and returns the median milliseconds of each.
    /// </summary>
    public static (double First, double Second) Alternate(Action first, Action second, double budgetMilliseconds, int leastRounds)
    {
        Time(first, 3);
        Time(second, 3);
        int inner = (int)Math.Clamp(LeastSample / Math.Max(1e-5, Math.Min(Time(first, 10), Time(second, 10))), 1, 10_000);
        List<double> firsts = [], seconds = [];
        Stopwatch watch = Stopwatch.StartNew();
        while (firsts.Count < leastRounds || watch.Elapsed.TotalMilliseconds < budgetMilliseconds)
        {
            firsts.Add(Time(first, inner));
            seconds.Add(Time(second, inner));
        }

        return (Median(firsts), Median(seconds));
    }

    public static double Median(List<double> values)
    {
        values.Sort();
        return values.Count % 2 == 1 ? values[values.Count / 2] : (values[(values.Count / 2) - 1] + values[values.Count / 2]) / 2;
    }

    private static double Time(Action work, int times)
    {
        long start = Stopwatch.GetTimestamp();
        for (int index = 0; index < times; index++)
        {
            work();
        }

        return Stopwatch.GetElapsedTime(start).TotalMilliseconds / times;
    }
}
