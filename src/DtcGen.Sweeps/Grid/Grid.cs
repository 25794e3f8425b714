namespace DtcGen.Sweeps;

/// <summary>The cells of a sweep: every combination of its axes' values, the last axis running fastest.</summary>
internal sealed class Grid
{
    private const int MostCells = 1_000_000;

    /// <summary>Makes one.</summary>
    /// <param name="axes">The axes.</param>
    /// <exception cref="ArgumentException">There is none, a name occurs twice, or there are more than 1,000,000 cells.</exception>
    public Grid(IReadOnlyList<Axis> axes)
    {
        ArgumentNullException.ThrowIfNull(axes);
        if (axes.Count == 0)
        {
            throw new ArgumentException("A sweep needs an axis.", nameof(axes));
        }

        if (axes.GroupBy(static a => a.Name, StringComparer.Ordinal).FirstOrDefault(static g => g.Count() > 1) is { } twice)
        {
            throw new ArgumentException($"There are two axes called '{twice.Key}'.", nameof(axes));
        }

        var count = axes.Aggregate(1L, static (product, axis) => Math.Min(product * axis.Count, MostCells + 1L));
        if (count > MostCells)
        {
            throw new ArgumentException($"The grid has more than {MostCells} cells.", nameof(axes));
        }

        Axes = axes;
        Count = (int)count;
    }

    /// <summary>The axes.</summary>
    public IReadOnlyList<Axis> Axes { get; }

    /// <summary>The number of cells.</summary>
    public int Count { get; }

    /// <summary>A cell.</summary>
    /// <param name="number">Its number.</param>
    public CellSettings this[int number]
    {
        get
        {
            var values = new CellValue[Axes.Count];
            var rest = number;
            for (var i = Axes.Count - 1; i >= 0; i--)
            {
                var axis = Axes[i];
                var at = rest % axis.Count;
                rest /= axis.Count;
                values[i] = new CellValue(axis.Name, axis.Texts[at], axis.Values[at], axis.IsSeeds);
            }

            return new CellSettings(number, values);
        }
    }
}
