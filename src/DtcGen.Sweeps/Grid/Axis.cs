using System.Globalization;

namespace DtcGen.Sweeps;

/// <summary>One thing that varies: a name and the values that it takes, in order.</summary>
public sealed class Axis
{
    /// <summary>The name of the axis of seeds.</summary>
    public const string SeedName = "seed";

    private const int MostValues = 1_000_000;

    private Axis(string name, IEnumerable<object> values, bool isSeeds)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        RequireOneLine(name, nameof(name), "An axis's name");
        Name = name;
        IsSeeds = isSeeds;
        Values = [.. values];
        Texts = [.. Values.Select(Text)];
        if (Values.Count == 0)
        {
            throw new ArgumentException($"The axis '{name}' has no value.", nameof(values));
        }

        if (Texts.GroupBy(static t => t, StringComparer.Ordinal).FirstOrDefault(static g => g.Count() > 1) is { } twice)
        {
            throw new ArgumentException($"The axis '{name}' has the value '{twice.Key}' twice.", nameof(values));
        }
    }

    /// <summary>Its name.</summary>
    public string Name { get; }

    /// <summary>Whether its values are seeds: what is averaged over, and by what values of other axes are paired.</summary>
    public bool IsSeeds { get; }

    /// <summary>How many values it has.</summary>
    public int Count => Values.Count;

    /// <summary>The values as texts, in order: what stands in files and tables.</summary>
    public IReadOnlyList<string> Texts { get; }

    internal IReadOnlyList<object> Values { get; }

    /// <summary>Whether the values are numbers, so that they can be drawn along a line.</summary>
    internal bool IsNumeric => Values.All(static v => v is int or long or float or double);

    /// <summary>An axis with the given values.</summary>
    /// <typeparam name="T">A text, a number (int, long, float, double), bool, or an enumeration.</typeparam>
    /// <param name="name">Its name.</param>
    /// <param name="values">Its values, in order, none twice.</param>
    /// <exception cref="ArgumentException">The name is empty, there is no value, one occurs twice, or the type is another one.</exception>
    public static Axis Of<T>(string name, params T[] values)
        where T : notnull
    {
        ArgumentNullException.ThrowIfNull(values);
        return name == SeedName
            ? throw new ArgumentException($"An axis called '{SeedName}' is made by Axis.Seeds.", nameof(name))
            : new Axis(name, values.Cast<object>(), isSeeds: false);
    }

    /// <summary>The axis of seeds: how often everything is repeated.</summary>
    /// <param name="count">How many.</param>
    /// <param name="first">The first; the others follow it.</param>
    /// <exception cref="ArgumentOutOfRangeException">The count is not from 1 to 1,000,000, or a seed would be too large.</exception>
    public static Axis Seeds(int count, int first = 1)
    {
        RequireCount(count, nameof(count));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(first, int.MaxValue - count, nameof(first));
        return new Axis(SeedName, Enumerable.Range(first, count).Cast<object>(), isSeeds: true);
    }

    /// <summary>Whole numbers at equal distances, both ends included where they are met.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="first">The first value.</param>
    /// <param name="last">The largest value allowed; with a negative step the smallest.</param>
    /// <param name="step">The distance.</param>
    /// <exception cref="ArgumentException">
    /// The step is 0 or leads away from the last value, or there are more than 1,000,000 values.
    /// </exception>
    public static Axis Range(string name, int first, int last, int step = 1)
        => Of(name, Steps(name, first, last, step).Select(static v => (int)v).ToArray());

    /// <summary>
    /// Numbers at equal distances, both ends included where they are met. The steps are counted in decimal: from 0 to 1 by 0.1 are
    /// eleven values, and the fourth is 0.3.
    /// </summary>
    /// <param name="name">Its name.</param>
    /// <param name="first">The first value.</param>
    /// <param name="last">The largest value allowed; with a negative step the smallest.</param>
    /// <param name="step">The distance.</param>
    /// <exception cref="ArgumentException">
    /// The step is 0 or leads away from the last value, a number is not finite or beyond 1e28, or there are more than 1,000,000 values.
    /// </exception>
    public static Axis Range(string name, double first, double last, double step)
        => Of(name, Steps(name, Decimal(first), Decimal(last), Decimal(step)).Select(static v => (double)v).ToArray());

    private static List<decimal> Steps(string name, decimal first, decimal last, decimal step)
    {
        if (step == 0 || (last - first) / step < 0)
        {
            throw new ArgumentException(
                string.Create(CultureInfo.InvariantCulture, $"The axis '{name}' does not get from {first} to {last} by steps of {step}."),
                nameof(step));
        }

        var count = Math.Floor((last - first) / step) + 1;
        return count > MostValues
            ? throw new ArgumentException(
                string.Create(CultureInfo.InvariantCulture, $"The axis '{name}' would have {count} values."), nameof(step))
            : [.. Enumerable.Range(0, (int)count).Select(i => first + (i * step))];
    }

    private static decimal Decimal(double value)
        => double.IsFinite(value) && Math.Abs(value) < 1e28
            ? decimal.Parse(value.ToString("R", CultureInfo.InvariantCulture), NumberStyles.Float, CultureInfo.InvariantCulture)
            : throw new ArgumentException(
                string.Create(CultureInfo.InvariantCulture, $"{value} is no end and no step of a range."), nameof(value));

    private static void RequireCount(int count, string name)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1, name);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, MostValues, name);
    }

    private static string Text(object value) => value switch
    {
        string text => RequireOneLine(text, nameof(value), "A value"),
        bool flag => flag ? "true" : "false",
        Enum => value.ToString()!,
        double number when double.IsNaN(number) => throw NotANumber(),
        float number when float.IsNaN(number) => throw NotANumber(),
        int or long or float or double => ((IFormattable)value).ToString(null, CultureInfo.InvariantCulture),
        _ => throw new ArgumentException(
            $"The value {value} is a {value?.GetType().Name}: an axis takes texts, numbers (int, long, float, double), bool and enumerations.",
            nameof(value)),
    };

    private static ArgumentException NotANumber() => new("NaN is no value of an axis.", "value");

    private static string RequireOneLine(string text, string parameter, string what)
        => text.Any(char.IsControl)
            ? throw new ArgumentException($"{what} has a line break or another control character.", parameter)
            : text;
}
