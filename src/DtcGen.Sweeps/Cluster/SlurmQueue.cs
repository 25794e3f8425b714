using System.Globalization;

namespace DtcGen.Sweeps;

/// <summary>What of a sweep stands in Slurm's queue: found by the jobs' names, so that it holds after this program was killed.</summary>
/// <param name="Cells">The cells that wait or run.</param>
/// <param name="Running">How many of them run.</param>
/// <param name="Reasons">Why the others wait, as Slurm says.</param>
internal sealed record SlurmQueue(IReadOnlySet<int> Cells, int Running, IReadOnlyList<string> Reasons)
{
    /// <summary>Asks Slurm; null when it does not answer.</summary>
    /// <param name="names">The name of each job array, with its offset.</param>
    /// <param name="error">Where to say that it does not answer.</param>
    /// <param name="cancellation">Stops the wait.</param>
    public static async Task<SlurmQueue?> AskAsync(
        IReadOnlyDictionary<string, int> names, Func<string, Task> error, CancellationToken cancellation)
    {
        var (code, output, complaint) = await SlurmTool.RunAsync(
            "squeue",
            ["--array", "--noheader", $"--name={string.Join(',', names.Keys)}", "--format=%j|%K|%T|%r"],
            heard: null,
            cancellation);
        if (code != 0)
        {
            await error($"Slurm does not answer: {complaint}");
            return null;
        }

        return Parse(output, names);
    }

    /// <summary>Reads what squeue prints.</summary>
    /// <param name="output">Its output.</param>
    /// <param name="names">The name of each job array, with its offset.</param>
    public static SlurmQueue Parse(string output, IReadOnlyDictionary<string, int> names)
    {
        var cells = new HashSet<int>();
        var reasons = new SortedSet<string>(StringComparer.Ordinal);
        var running = 0;
        foreach (var line in output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (line.Split('|') is [var name, var task, var state, var reason] && names.TryGetValue(name, out var offset)
                && int.TryParse(task, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            {
                cells.Add(number + offset);
                running += state == "RUNNING" ? 1 : 0;
                if (state == "PENDING" && reason is not ("None" or "(null)"))
                {
                    reasons.Add(reason);
                }
            }
        }

        return new SlurmQueue(cells, running, [.. reasons]);
    }
}
