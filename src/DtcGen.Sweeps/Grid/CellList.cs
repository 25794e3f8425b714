using System.Globalization;

namespace DtcGen.Sweeps;

/// <summary>Numbers of cells as a text: <c>0-3,7</c>, which Slurm takes too.</summary>
internal static class CellList
{
    /// <summary>The text for some numbers.</summary>
    /// <param name="numbers">The numbers, ascending.</param>
    public static string Format(IEnumerable<int> numbers)
    {
        var parts = new List<(int First, int Last)>();
        foreach (var number in numbers)
        {
            if (parts is [.., var (first, last)] && last == number - 1)
            {
                parts[^1] = (first, number);
            }
            else
            {
                parts.Add((number, number));
            }
        }

        return string.Join(',', parts.Select(static p => p.First == p.Last
            ? p.First.ToString(CultureInfo.InvariantCulture)
            : string.Create(CultureInfo.InvariantCulture, $"{p.First}-{p.Last}")));
    }

    /// <summary>The numbers of a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="count">The number of cells there are.</param>
    /// <exception cref="SweepException">It is no such text, or names a cell that is not there.</exception>
    public static SortedSet<int> Parse(string text, int count)
    {
        var numbers = new SortedSet<int>();
        foreach (var part in text.Split(',', StringSplitOptions.TrimEntries))
        {
            var ends = part.Split('-');
            if (ends.Length > 2 || !TryNumber(ends[0], out var first) || !TryNumber(ends[^1], out var last) || last < first)
            {
                throw new SweepException($"'{part}' is no cell and no range of cells; give a list like 0-3,7.");
            }

            if (last >= count)
            {
                throw new SweepException(OutOfRange(last, count));
            }

            numbers.UnionWith(Enumerable.Range(first, last - first + 1));
        }

        return numbers;
    }

    /// <summary>What to say of a cell that is not there.</summary>
    /// <param name="number">The number asked for.</param>
    /// <param name="count">The number of cells there are.</param>
    public static string OutOfRange(int number, int count)
        => string.Create(CultureInfo.InvariantCulture, $"there is no cell {number}: the grid has {count} cells, from 0 to {count - 1}.");

    private static bool TryNumber(string text, out int number)
        => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
