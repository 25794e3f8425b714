namespace DtcGen.Sweeps;

/// <summary>The numbers along one side of a plot.</summary>
/// <param name="First">The first.</param>
/// <param name="Last">The last.</param>
internal sealed record Scale(double First, double Last)
{
    private const double Air = 0.04;

    /// <summary>One that holds some numbers; null where none of them is finite.</summary>
    /// <param name="values">The numbers.</param>
    /// <param name="exact">Whether it ends with them, rather than a little outside.</param>
    public static Scale? Around(IEnumerable<double> values, bool exact = false)
    {
        double[] finite = [.. values.Where(double.IsFinite)];
        if (finite.Length == 0)
        {
            return null;
        }

        var (least, most) = (finite.Min(), finite.Max());
        if (least == most)
        {
            var around = least == 0 ? 1 : Math.Abs(least) * 0.1;
            return new Scale(least - around, most + around);
        }

        var air = exact ? 0 : (most - least) * Air;
        return double.IsFinite(most - least) ? new Scale(least - air, most + air) : null;
    }

    /// <summary>Where a number lies, from 0 to 1.</summary>
    /// <param name="value">The number.</param>
    public double Share(double value) => (value - First) / (Last - First);

    /// <summary>Round numbers to write along it.</summary>
    /// <param name="count">About how many.</param>
    public IEnumerable<double> Ticks(int count)
    {
        var raw = (Last - First) / count;
        var power = Math.Pow(10, Math.Floor(Math.Log10(raw)));
        var step = new[] { 1, 2, 5, 10 }.Select(f => f * power).First(s => s >= raw * 0.999);
        for (var i = Math.Ceiling(First / step); i * step <= Last + (step * 1e-9); i++)
        {
            yield return i * step;
        }
    }
}
