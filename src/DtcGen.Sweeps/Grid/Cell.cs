using System.Globalization;

namespace DtcGen.Sweeps;

/// <summary>One cell of a grid while it runs: a value of each axis, a seed, and a folder of its own.</summary>
public sealed class Cell
{
    private readonly CellSettings _settings;
    private readonly Action<double, string?> _report;

    internal Cell(CellSettings settings, string folder, Action<double, string?> report, CancellationToken cancellation)
    {
        _settings = settings;
        Folder = folder;
        _report = report;
        Cancellation = cancellation;
    }

    /// <summary>Its number in the grid, counted from 0, the last axis running fastest.</summary>
    public int Number => _settings.Number;

    /// <summary>The value of the axis of seeds; 1 where there is none.</summary>
    public int Seed => _settings.Seed;

    /// <summary>
    /// A folder for this cell alone, which stays when the cell is killed and started again: the place for checkpoints to go on from, and
    /// for files to look at later.
    /// </summary>
    public string Folder { get; }

    /// <summary>
    /// Asks the cell to stop: Ctrl-C, the end of its time on Slurm, or the end of the program that started it. A cell that ends with
    /// <see cref="OperationCanceledException"/> then counts as not run; one that does not listen is ended after 20 seconds.
    /// </summary>
    public CancellationToken Cancellation { get; }

    /// <summary>The value of an axis as a text.</summary>
    /// <param name="axis">The axis's name.</param>
    /// <exception cref="ArgumentException">There is no such axis.</exception>
    public string this[string axis] => Find(axis).Text;

    /// <summary>The value of an axis.</summary>
    /// <typeparam name="T">The type that the axis was made with; whole numbers may be asked for as double too.</typeparam>
    /// <param name="axis">The axis's name.</param>
    /// <exception cref="ArgumentException">There is no such axis.</exception>
    /// <exception cref="InvalidCastException">Its values are of another type.</exception>
    public T Get<T>(string axis) => Find(axis).Value switch
    {
        T value => value,
        IConvertible number when typeof(T) == typeof(double) && number is int or long or float
            => (T)(object)number.ToDouble(CultureInfo.InvariantCulture),
        var other => throw new InvalidCastException(
            $"The axis '{axis}' has values of type {other.GetType().Name}, and is asked for as {typeof(T).Name}."),
    };

    /// <summary>
    /// Says how far the cell is: <c>status</c> and <c>run</c> show it. As often as you like; at most once a second is written.
    /// </summary>
    /// <param name="share">The share that is done, from 0 to 1.</param>
    /// <param name="text">What it is at: "epoch 4 of 10".</param>
    public void Report(double share, string? text = null) => _report(share, text);

    /// <summary>Its values: <c>criterion=l2 seed=1</c>.</summary>
    public override string ToString() => _settings.ToString();

    private CellValue Find(string axis)
        => _settings.Values.FirstOrDefault(v => v.Axis == axis)
            ?? throw new ArgumentException(
                $"There is no axis '{axis}'; there are {string.Join(", ", _settings.Values.Select(static v => $"'{v.Axis}'"))}.",
                nameof(axis));
}
