using System.Collections;

namespace DtcGen.Sweeps;

/// <summary>
/// What came out of a cell, by name: single figures, and series (one figure per epoch, per clip). NaN and infinities are kept as they
/// are. Written as <c>new Figures { { "accuracy", 0.98 }, { "loss by epoch", losses } }</c>.
/// </summary>
public sealed class Figures : IEnumerable<string>
{
    private readonly List<string> _names = [];
    private readonly Dictionary<string, double> _single = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IReadOnlyList<double>> _series = new(StringComparer.Ordinal);

    /// <summary>The single figures.</summary>
    public IReadOnlyDictionary<string, double> Single => _single;

    /// <summary>The series.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<double>> Series => _series;

    /// <summary>Adds a figure.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="value">The figure.</param>
    /// <exception cref="ArgumentException">The name is empty, or there is a figure of that name.</exception>
    public void Add(string name, double value)
    {
        AddName(name);
        _single.Add(name, value);
    }

    /// <summary>Adds a series.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="values">The figures, in order.</param>
    /// <exception cref="ArgumentException">The name is empty, or there is a figure of that name.</exception>
    public void Add(string name, IEnumerable<double> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        AddName(name);
        _series.Add(name, [.. values]);
    }

    /// <summary>The names, in the order in which they were added.</summary>
    public IEnumerator<string> GetEnumerator() => _names.GetEnumerator();

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private void AddName(string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        if (name.Any(char.IsControl))
        {
            throw new ArgumentException("A figure's name has a line break or another control character.", nameof(name));
        }

        if (_single.ContainsKey(name) || _series.ContainsKey(name))
        {
            throw new ArgumentException($"There is a figure '{name}' already.", nameof(name));
        }

        _names.Add(name);
    }
}
