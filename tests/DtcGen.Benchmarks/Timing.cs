using System.Diagnostics;

namespace DtcGen.Benchmarks;

/// <summary>Medians of repeated runs.</summary>
internal static class Timing
{
    /// <summary>
    /// Runs two pieces of work in turn, so that both see the same machine, and returns the median milliseconds of each.
    /// </summary>
    public static (double First, double Second) Alternate(Action first, Action second, double budgetMilliseconds, int leastRounds)
    {
        double once = Math.Max(Time(first, 1), Time(first, 1));
        Time(second, 1);
        int inner = (int)Math.Clamp(0.2 / Math.Max(1e-4, once), 1, 1000);
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
