using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using DtcGen.IO;

namespace DtcGen.Sweeps;

/// <summary>Submits missing cells, follows them in the queue, and submits again what came to no result.</summary>
internal sealed partial class SlurmRun
{
    /// <summary>Slurm's own limit where it is not told otherwise: one more than the largest number of a task.</summary>
    private const int StandardArraySize = 1001;

    /// <summary>How often a refused submission is tried again while nothing of this sweep is in the queue.</summary>
    private const int MostRefusals = 3;

    private readonly Sweep _sweep;
    private readonly SweepFolder _folder;
    private readonly SlurmOptions _options;
    private readonly IReadOnlyList<string> _program;
    private readonly Dictionary<int, int> _attempts = [];
    private readonly HashSet<int> _retried = [];
    private int _refusals;
    private string _said = string.Empty;

    /// <summary>Makes a run.</summary>
    /// <param name="sweep">The sweep.</param>
    /// <param name="folder">Its folder.</param>
    /// <param name="options">What to do.</param>
    public SlurmRun(Sweep sweep, SweepFolder folder, SlurmOptions options)
    {
        _sweep = sweep;
        _folder = folder;
        _options = options;
        _program = OwnProgram.CommandLine(sweep);
        RequireNameable(folder.Path);
    }

    /// <summary>Prints the scripts for the missing cells.</summary>
    /// <param name="sweep">The sweep.</param>
    /// <param name="path">Its folder, which need not be there.</param>
    /// <param name="options">What to do.</param>
    /// <param name="cancellation">Stops it.</param>
    public static async Task PrintAsync(Sweep sweep, string path, SlurmOptions options, CancellationToken cancellation)
    {
        RequireNameable(path);
        var folder = File.Exists(Path.Combine(path, "grid.json")) ? SweepFolder.OpenExisting(sweep, path) : null;
        int[] missing =
        [
            .. options.Cells.Where(n => folder is null || !folder.HasResult(n) || (options.Retries && folder.Read(n)?.Error is not null)),
        ];
        int limit;
        try
        {
            limit = await ArraySizeAsync(cancellation);
        }
        catch (SweepException)
        {
            // Where there is no Slurm, a script may be looked at all the same.
            limit = StandardArraySize;
        }

        foreach (var script in Scripts(sweep, path, missing, limit))
        {
            Console.Out.Write(script.Text(OwnProgram.CommandLine(sweep), path, options));
        }
    }

    /// <summary>Submits and follows until every cell has a result, or had its attempts.</summary>
    /// <param name="cancellation">Stops it; what is in the queue stays there.</param>
    /// <returns>The exit code.</returns>
    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        var limit = await ArraySizeAsync(cancellation);
        var names = Scripts(_sweep, _folder.Path, [.. _options.Cells], limit).ToDictionary(static s => s.Name, static s => s.Offset);
        try
        {
            while (true)
            {
                // The queue first: a cell that has left it by then has its file by now, or is lost.
                if (await SlurmQueue.AskAsync(names, SayOnceAsync, cancellation) is { } queue)
                {
                    int[] lost = [.. _options.Cells.Where(n => !queue.Cells.Contains(n) && IsMissing(n))];
                    int[] again = [.. lost.Where(n => _attempts.GetValueOrDefault(n) < _options.Attempts)];
                    await SayOnceAsync(State(queue));
                    if (again.Length > 0)
                    {
                        await SubmitAsync(again, limit, queue.Cells.Count > 0, cancellation);
                        if (_options.SubmitOnly && _refusals == 0)
                        {
                            return SweepExitCode.Done;
                        }
                    }
                    else if (queue.Cells.Count == 0 || _options.SubmitOnly)
                    {
                        return _options.SubmitOnly && queue.Cells.Count > 0 ? SweepExitCode.Done
                            : Summary.Say(_folder, _options.Cells, Console.Out.WriteLine);
                    }
                }

                await Task.Delay(_options.Poll, cancellation);
            }
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            Console.Out.WriteLine(
                $"Stopped. Jobs in the queue stay there: the same command follows them again, and 'scancel --name={string.Join(',', names.Keys)}' takes them out.");
            return SweepExitCode.Stopped;
        }
    }

    private static IEnumerable<SlurmScript> Scripts(Sweep sweep, string path, IReadOnlyList<int> cells, int limit)
    {
        // Of the same sweep in two folders the jobs must not be taken for each other's.
        var mark = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(path)))[..8];
        var name = $"{Unnameable().Replace(sweep.Name, "-")}-{mark}";
        return cells.GroupBy(n => n / limit * limit).Select(part => new SlurmScript(
            string.Create(CultureInfo.InvariantCulture, $"{name}-{part.Key}"), part.Key, [.. part]));
    }

    private static async Task<int> ArraySizeAsync(CancellationToken cancellation)
    {
        var (_, output, _) = await SlurmTool.RunAsync("scontrol", ["show", "config"], null, cancellation);
        return ArraySize().Match(output) is { Success: true } match
            && int.TryParse(match.Groups[1].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var size) && size > 0
            ? size
            : StandardArraySize;
    }

    private static void RequireNameable(string path)
    {
        if (path.Any(static c => char.IsControl(c) || c is '"' or '\\'))
        {
            throw new SweepException($"the folder '{path}' has a character in its name that a script of Slurm cannot hold; give another with --out.");
        }
    }

    private bool IsMissing(int number)
    {
        if (!_folder.HasResult(number))
        {
            return true;
        }

        // A failure of before runs once more; one of this run is a result.
        return _options.Retries && !_retried.Contains(number) && _folder.Read(number) is { Error: not null };
    }

    private string State(SlurmQueue queue)
    {
        var done = _options.Cells.Count(_folder.HasResult);
        var waiting = queue.Cells.Count - queue.Running;
        var reasons = queue.Reasons.Count == 0 || waiting == 0 ? string.Empty : $" ({string.Join(", ", queue.Reasons)})";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{done} of {_options.Cells.Count} cells have a result, {queue.Running} running, {waiting} waiting{reasons}");
    }

    private async Task SubmitAsync(IReadOnlyList<int> cells, int limit, bool hasOthers, CancellationToken cancellation)
    {
        foreach (var script in Scripts(_sweep, _folder.Path, cells, limit))
        {
            var file = Path.Combine(_folder.Join("state"), string.Create(CultureInfo.InvariantCulture, $"slurm-{script.Offset}.sh"));
            WholeFile.WriteText(file, script.Text(_program, _folder.Path, _options));
            var (code, output, complaint) = await SlurmTool.RunAsync("sbatch", ["--parsable", file], SayOnceAsync, cancellation);
            if (code != 0)
            {
                // A full queue gets emptier, by our own jobs too.
                _refusals++;
                if (!hasOthers && _refusals >= MostRefusals)
                {
                    throw new SweepException(
                        $"sbatch refuses cells {CellList.Format(script.Cells)}: {complaint}\nThe script is {file}.", SweepExitCode.SlurmFailed);
                }

                await SayOnceAsync("sbatch refuses, and is asked again.");
                return;
            }

            _refusals = 0;
            hasOthers = true;
            foreach (var cell in script.Cells)
            {
                _attempts[cell] = _attempts.GetValueOrDefault(cell) + 1;
                _retried.Add(cell);
            }

            Console.Out.WriteLine($"Submitted cells {CellList.Format(script.Cells)} as job {output.Trim().Split(';')[0]}.");
        }
    }

    private Task SayOnceAsync(string line)
    {
        if (line != _said)
        {
            _said = line;
            Console.Out.WriteLine(line);
        }

        return Task.CompletedTask;
    }

    [GeneratedRegex(@"^MaxArraySize\s*=\s*(\d+)", RegexOptions.Multiline)]
    private static partial Regex ArraySize();

    [GeneratedRegex("[^A-Za-z0-9._-]")]
    private static partial Regex Unnameable();
}
