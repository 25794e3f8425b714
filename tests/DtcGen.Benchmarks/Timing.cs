using System.Diagnostics;

namespace DtcGen.Benchmarks;

/// <summary>How work is timed.</summary>
internal static class Timing
{
    /// <summary>How long a piece of work took.</summary>
    public static TimeSpan Of(Action work)
    {
        var start = Stopwatch.GetTimestamp();
        work();
        return Stopwatch.GetElapsedTime(start);
    }

    /// <summary>The middle of some values, which it sorts.</summary>
    public static double Median(List<double> values)
    {
        values.Sort();
        return values.Count % 2 == 1 ? values[values.Count / 2] : (values[(values.Count / 2) - 1] + values[values.Count / 2]) / 2;
    }
}
