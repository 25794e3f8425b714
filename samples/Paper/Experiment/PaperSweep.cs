using System.Globalization;

namespace DtcGen.Samples.Paper;

/// <summary>The experiment as a sweep: each method in each reading with each seed is a cell.</summary>
internal sealed class PaperSweep
{
    private const string RunAxis = "run";
    private const string NeuronsFigure = "neurons";
    private const string AccuracyFigure = "accuracy";

    private readonly PaperProtocol _protocol;
    private readonly string _data;
    private readonly string _dataName;
    private readonly StudiedRun[] _runs;
    private readonly int _seeds;

    /// <summary>Makes one.</summary>
    /// <param name="data">MNIST's folder.</param>
    /// <param name="readings">The readings.</param>
    /// <param name="seeds">How many seeds; the first is the published one.</param>
    /// <param name="protocol">The experiment's numbers.</param>
    /// <exception cref="SampleException">The data cannot be read.</exception>
    public PaperSweep(string data, IReadOnlyList<StudiedReading> readings, int seeds, PaperProtocol protocol)
    {
        _protocol = protocol;
        _data = Path.GetFullPath(data);
        _seeds = seeds;
        _runs = [.. readings.SelectMany(static r => r.Methods.Select(m => new StudiedRun(r, m)))];
        var images = PaperData.Load(_data);
        _dataName = images.Name;

        // The seeds first: more of them may follow, and a folder's results stay what they are.
        Sweep = new Sweep(
            "arXiv:2505.23869",
            [
                Axis.Seeds(seeds, (int)PaperProtocol.PublishedSeed),
                Axis.Of(RunAxis, [.. _runs.Select(static r => r.ToString())]),
            ],
            Measure)
        {
            Settings = new Dictionary<string, string>(
                readings.Select(static r => KeyValuePair.Create($"reading {r.Key}", r.Reading.ToString())))
            {
                ["protocol"] = protocol.ToString(),
                ["data"] = $"{images.Name} {PaperData.Fingerprint(images)[..16]}",
            },
            Arguments = SweepCommand.Arguments(_data, readings, seeds),
        };
    }

    /// <summary>The sweep.</summary>
    public Sweep Sweep { get; }

    /// <summary>The cells of some methods.</summary>
    /// <param name="methods">The methods.</param>
    public IReadOnlyList<int> Cells(IReadOnlyList<PaperMethod> methods)
        => [.. Enumerable.Range(0, _seeds * _runs.Length).Where(cell => methods.Contains(_runs[cell % _runs.Length].Method))];

    /// <summary>Runs what is missing of some cells, and those that failed.</summary>
    /// <param name="folder">The sweep's folder.</param>
    /// <param name="cells">The cells.</param>
    /// <param name="processes">How many run at a time.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <returns>One of <see cref="SweepExitCode"/>.</returns>
    public Task<int> RunAsync(string folder, IReadOnlyList<int> cells, int processes, CancellationToken cancellation)
        => Sweep.RunAsync(
            [
                "run", "--out", folder, "--cells", string.Join(',', cells),
                "--processes", processes.ToString(CultureInfo.InvariantCulture), "--retry",
            ],
            cancellation);

    /// <summary>What the cells of a reading left in a folder.</summary>
    /// <param name="folder">The sweep's folder.</param>
    /// <param name="studied">The reading.</param>
    /// <param name="methods">The methods to look at.</param>
    public PaperResult Result(string folder, StudiedReading studied, IReadOnlyList<PaperMethod> methods)
        => new(
            studied == StudiedReading.Described ? PaperVariant.Described : PaperVariant.Published,
            _dataName,
            _protocol.HiddenNeurons,
            [
                .. Sweep.Read(folder)
                    .Select(result => (Run: _runs[result.Number % _runs.Length], result.Seed, result.Figures))
                    .Where(cell => cell.Figures is not null && cell.Run.Studied == studied && methods.Contains(cell.Run.Method))
                    .Select(static cell => new MethodSeries(
                        cell.Run.Method, PaperProtocol.RepeatOf(cell.Seed), cell.Seed, Cycles(cell.Figures!))),
            ]);

    private static Figures ToFigures(IReadOnlyList<PaperCycle> cycles)
    {
        var figures = new Figures
        {
            { NeuronsFigure, cycles.Select(static c => (double)c.Neurons) },
            { AccuracyFigure, cycles.Select(static c => c.Accuracy) },
        };
        RayRecord[] rays = [.. cycles.Select(static c => c.Rays).OfType<RayRecord>()];
        if (rays.Length > 0)
        {
            foreach (var (name, values) in RayRecord.ToSeries(rays))
            {
                figures.Add(name, values);
            }
        }

        return figures;
    }

    private static IReadOnlyList<PaperCycle> Cycles(Figures figures)
    {
        var rays = RayRecord.FromSeries(figures.Series);
        return
        [
            .. figures.Series[NeuronsFigure].Zip(
                figures.Series[AccuracyFigure],
                (neurons, accuracy) => (Neurons: (int)neurons, Accuracy: accuracy))
                .Select((cycle, i) => new PaperCycle(cycle.Neurons, cycle.Accuracy, rays?[i])),
        ];
    }

    private Figures Measure(Cell cell)
    {
        var run = _runs.Single(r => r.ToString() == cell[RunAxis]);
        var cycles = _protocol.CountCycles();
        using var batches = new PaperBatches(PaperData.Load(_data), _protocol.BatchSize);
        var runner = new MethodRunner(_protocol, run.Studied.Reading, batches);
        return ToFigures(runner.Run(run.Method, cell.Seed, cell.Folder, Report, cell.Cancellation));

        void Report(IReadOnlyList<PaperCycle> done) => cell.Report(
            (double)done.Count / cycles,
            string.Create(
                CultureInfo.InvariantCulture,
                $"cycle {done.Count} of {cycles}, {done[^1].Neurons} neurons, accuracy {Format.Fixed(done[^1].Accuracy)}"));
    }
}
