using System.Globalization;
using System.Text.Json;
using DtcGen.IO;

namespace DtcGen.Sweeps;

/// <summary>
/// A sweep's folder: <c>grid.json</c>; <c>cells</c> with one file a result; <c>logs</c> with what each cell printed; <c>work</c> with a
/// folder a cell; <c>state</c> with locks and what cells said of their progress.
/// </summary>
internal sealed class SweepFolder
{
    private readonly Sweep _sweep;

    private SweepFolder(Sweep sweep, string path)
    {
        _sweep = sweep;
        Path = path;
    }

    /// <summary>The folder.</summary>
    public string Path { get; }

    /// <summary>Its grid.</summary>
    public Grid Grid => _sweep.Grid;

    private string Cells => Join("cells");

    private string State => Join("state");

    /// <summary>Opens a folder to work in it; makes it when missing.</summary>
    /// <param name="sweep">The sweep.</param>
    /// <param name="path">The folder.</param>
    /// <param name="cancellation">Ends a wait for another program that is just opening it.</param>
    /// <exception cref="SweepException">It holds another grid, or cannot be written.</exception>
    public static async Task<SweepFolder> OpenAsync(Sweep sweep, string path, CancellationToken cancellation)
    {
        var folder = new SweepFolder(sweep, System.IO.Path.GetFullPath(path));
        try
        {
            foreach (var part in (string[])[folder.Cells, folder.State, folder.Join("logs"), folder.Join("work")])
            {
                Directory.CreateDirectory(part);
            }

            // Of two programs with two grids the second must see the first one's.
            using (await FileLock.TakeAsync(System.IO.Path.Combine(folder.State, "grid.lock"), cancellation))
            {
                if (!File.Exists(folder.GridPath) || folder.RequireGrid().Axes[0].Value.Count < sweep.Axes[0].Count)
                {
                    WholeFile.WriteText(folder.GridPath, GridFile.Of(sweep).ToJson());
                }
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SweepException($"the folder {folder.Path} cannot be used: {e.Message}");
        }

        return folder;
    }

    /// <summary>Opens a folder to read it.</summary>
    /// <param name="sweep">The sweep.</param>
    /// <param name="path">The folder.</param>
    /// <exception cref="SweepException">There is no sweep in it, or another grid.</exception>
    public static SweepFolder OpenExisting(Sweep sweep, string path)
    {
        var folder = new SweepFolder(sweep, System.IO.Path.GetFullPath(path));
        if (!File.Exists(folder.GridPath))
        {
            throw new SweepException($"{folder.Path} holds no sweep yet: there is no grid.json in it. Give the folder with --out.");
        }

        folder.RequireGrid();
        return folder;
    }

    /// <summary>Takes the folder for one program that runs or submits cells.</summary>
    /// <param name="verb">What it does.</param>
    /// <param name="waits">Whether to wait for a program that has it.</param>
    /// <param name="error">Where to say that it waits.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <exception cref="SweepException">Another program has it.</exception>
    public async Task<FileLock> TakeAsync(string verb, bool waits, TextWriter error, CancellationToken cancellation)
    {
        var path = System.IO.Path.Combine(State, "folder.lock");
        var holder = System.IO.Path.Combine(State, "holder.json");
        var taken = FileLock.TryTake(path);
        if (taken is null)
        {
            var who = Holder.Describe(holder);
            if (!waits)
            {
                throw new SweepException(
                    $"{Path} is held by {who}. Wait for it with --wait, or give another folder with --out.", SweepExitCode.Held);
            }

            await error.WriteLineAsync($"Waiting for {Path}, held by {who}.");
            taken = await FileLock.TakeAsync(path, cancellation);
        }

        WholeFile.WriteText(holder, Holder.ToJson(verb));
        WholeFile.ProbeFolder(Cells);
        return taken;
    }

    /// <summary>Takes a cell for the process that runs it; waits while another one does.</summary>
    /// <param name="number">The cell.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public Task<FileLock> TakeCellAsync(int number, CancellationToken cancellation)
        => FileLock.TakeAsync(LockPath(number), cancellation);

    /// <summary>Whether a process runs a cell just now.</summary>
    /// <param name="number">The cell.</param>
    public bool IsRunning(int number)
    {
        if (!File.Exists(LockPath(number)))
        {
            return false;
        }

        using var taken = FileLock.TryTake(LockPath(number));
        return taken is null;
    }

    /// <summary>Whether a cell has a file, of figures or of an error.</summary>
    /// <param name="number">The cell.</param>
    public bool HasResult(int number) => File.Exists(ResultPath(number));

    /// <summary>A cell's result; null when it has none.</summary>
    /// <param name="number">The cell.</param>
    /// <exception cref="SweepException">Its file is damaged, or is of another grid.</exception>
    public CellResult? Read(int number)
    {
        var path = ResultPath(number);
        string text;
        try
        {
            text = File.ReadAllText(path);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }

        CellResult result;
        try
        {
            result = CellResult.Parse(text);
        }
        catch (FormatException e)
        {
            throw new SweepException($"{path} is damaged: {e.Message} Delete it, and the cell runs again.");
        }

        var settings = Grid[number];
        return result.Number == number && settings.Values.Count == result.Axes.Count
            && settings.Values.All(v => result.Axes.TryGetValue(v.Axis, out var text) && text == v.Text)
            && Same(result.Settings, _sweep.Settings)
            ? result
            : throw new SweepException(
                $"{path} is a result for {string.Join(' ', result.Axes.Concat(result.Settings).Select(static a => $"{a.Key}={a.Value}"))}, and cell {number} is {settings}: it comes from another grid or other settings. Take it out of the folder.");
    }

    /// <summary>Every result that is there, in the order of the cells.</summary>
    /// <exception cref="SweepException">A file is damaged, or is of another grid.</exception>
    public IReadOnlyList<CellResult> ReadAll() => [.. Enumerable.Range(0, Grid.Count).Select(Read).OfType<CellResult>()];

    /// <summary>Writes a result, whole or not at all.</summary>
    /// <param name="result">The result.</param>
    public void Write(CellResult result)
    {
        WholeFile.WriteText(ResultPath(result.Number), result.ToJson(_sweep.Name));
        File.Delete(ProgressPath(result.Number));
    }

    /// <summary>A cell's own folder, made when missing.</summary>
    /// <param name="number">The cell.</param>
    public string WorkFolder(int number) => Directory.CreateDirectory(System.IO.Path.Combine(Join("work"), Name(number))).FullName;

    /// <summary>The file for what a cell prints.</summary>
    /// <param name="number">The cell.</param>
    public string LogPath(int number) => System.IO.Path.Combine(Join("logs"), $"{Name(number)}.txt");

    /// <summary>Keeps what a cell says of its progress.</summary>
    /// <param name="number">The cell.</param>
    /// <param name="share">The share that is done.</param>
    /// <param name="text">What it is at.</param>
    public void WriteProgress(int number, double share, string? text)
        => WholeFile.WriteText(ProgressPath(number), JsonText.Of(json =>
        {
            json.WriteFigure("share", share);
            json.WriteString("text", text);
            json.WriteString("host", Environment.MachineName);
        }));

    /// <summary>What a cell said last of its progress: "40 %, epoch 4 of 10, on host"; null when it said nothing.</summary>
    /// <param name="number">The cell.</param>
    public string? Progress(int number)
    {
        try
        {
            using var json = JsonDocument.Parse(File.ReadAllText(ProgressPath(number)));
            var root = json.RootElement;
            string?[] parts =
            [
                string.Create(CultureInfo.InvariantCulture, $"{100 * root.GetProperty("share").ReadFigure():0} %"),
                root.GetProperty("text").GetString(),
                $"on {root.GetProperty("host").GetString()}",
            ];
            return string.Join(", ", parts.OfType<string>());
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException or KeyNotFoundException)
        {
            return null;
        }
    }

    /// <summary>A path in the folder.</summary>
    /// <param name="name">The name.</param>
    public string Join(string name) => System.IO.Path.Combine(Path, name);

    private string GridPath => Join("grid.json");

    private static string Name(int number) => number.ToString("0000", CultureInfo.InvariantCulture);

    private string ResultPath(int number) => System.IO.Path.Combine(Cells, $"{Name(number)}.json");

    private string LockPath(int number) => System.IO.Path.Combine(State, $"{Name(number)}.lock");

    private string ProgressPath(int number) => System.IO.Path.Combine(State, $"{Name(number)}.progress.json");

    private static bool Same(IReadOnlyDictionary<string, string> first, IReadOnlyDictionary<string, string> second)
        => first.Count == second.Count && first.All(p => second.TryGetValue(p.Key, out var text) && text == p.Value);

    private GridFile RequireGrid()
    {
        GridFile before;
        try
        {
            before = GridFile.Parse(File.ReadAllText(GridPath));
        }
        catch (FormatException e)
        {
            throw new SweepException($"{GridPath} is damaged: {e.Message}");
        }

        string[] differences = [.. before.DifferencesTo(GridFile.Of(_sweep))];
        return differences.Length == 0
            ? before
            : throw new SweepException(
                $"the grid is not the one that {Path} has results of:\n{string.Concat(differences.Select(static d => $"  {d}\n"))}Give another folder with --out, or put the grid back.");
    }
}
