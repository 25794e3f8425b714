namespace DtcGen.Sweeps;

/// <summary>
/// A function run over every cell of a grid of named axes, and the program around it: <c>run</c> (on this machine, each cell a process of
/// its own), <c>cell</c>, <c>status</c>, <c>merge</c>, <c>slurm</c>, <c>kubernetes</c>. Safe against being killed at any time: one file a
/// cell, written whole or not at all.
/// </summary>
/// <example>
/// <code>
/// var sweep = new Sweep("criteria", [Axis.Of("criterion", "l2", "dtc"), Axis.Seeds(10)], cell =&gt; Measure(cell));
/// return await sweep.RunAsync(args);
/// </code>
/// </example>
public sealed class Sweep
{
    /// <summary>A sweep whose function takes its time.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="axes">The axes; the last one runs fastest.</param>
    /// <param name="measure">From a cell to its figures. It must follow from the cell's values and its seed alone.</param>
    /// <exception cref="ArgumentException">There is no axis, a name occurs twice, or there are more than 1,000,000 cells.</exception>
    public Sweep(string name, IReadOnlyList<Axis> axes, Func<Cell, Task<Figures>> measure)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(measure);
        if (name.Any(char.IsControl))
        {
            throw new ArgumentException("A sweep's name has a line break or another control character.", nameof(name));
        }

        Name = name;
        Grid = new Grid(axes);
        Measure = measure;
    }

    /// <summary>A sweep.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="axes">The axes; the last one runs fastest.</param>
    /// <param name="measure">From a cell to its figures. It must follow from the cell's values and its seed alone.</param>
    /// <exception cref="ArgumentException">There is no axis, a name occurs twice, or there are more than 1,000,000 cells.</exception>
    public Sweep(string name, IReadOnlyList<Axis> axes, Func<Cell, Figures> measure)
        : this(name, axes, Wrap(measure))
    {
    }

    /// <summary>Its name.</summary>
    public string Name { get; }

    /// <summary>The axes.</summary>
    public IReadOnlyList<Axis> Axes => Grid.Axes;

    /// <summary>
    /// What is the same in all cells and counts for the figures, such as the number of epochs: written into every result, and part of what
    /// must not change between two runs in one folder.
    /// </summary>
    public IReadOnlyDictionary<string, string> Settings { get; init; } = new Dictionary<string, string>();

    /// <summary>
    /// What the program takes on its command line before the sweep's own verbs. The processes of cells are started with it again.
    /// </summary>
    public IReadOnlyList<string> Arguments { get; init; } = [];

    internal Grid Grid { get; }

    internal Func<Cell, Task<Figures>> Measure { get; }

    /// <summary>Reads a command line and does what it says; <c>--help</c> tells what can be said.</summary>
    /// <param name="args">The command line, without <see cref="Arguments"/>.</param>
    /// <param name="cancellationToken">Stops it as Ctrl-C does.</param>
    /// <returns>The exit code, one of <see cref="SweepExitCode"/>.</returns>
    public Task<int> RunAsync(IReadOnlyList<string> args, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(args);
        return SweepCommandLine.RunAsync(this, args, cancellationToken);
    }

    /// <summary>The results that a folder has, in the order of the cells: for what <c>merge</c> does not do.</summary>
    /// <param name="folder">The sweep's folder.</param>
    /// <exception cref="InvalidDataException">It holds no sweep, or another one, or a result is damaged.</exception>
    public IReadOnlyList<SweepResult> Read(string folder)
    {
        try
        {
            return
            [
                .. SweepFolder.OpenExisting(this, folder).ReadAll()
                    .Select(static r => new SweepResult(r.Number, r.Axes, r.Seed, r.Figures, r.Error)),
            ];
        }
        catch (SweepException e)
        {
            throw new InvalidDataException(e.Message, e);
        }
    }

    private static Func<Cell, Task<Figures>> Wrap(Func<Cell, Figures> measure)
    {
        ArgumentNullException.ThrowIfNull(measure);
        return cell => Task.FromResult(measure(cell));
    }
}
