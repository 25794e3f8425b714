using System.Globalization;
using System.Text;

namespace DtcGen.Sweeps;

/// <summary>The script of one job array.</summary>
/// <param name="Name">The job's name.</param>
/// <param name="Offset">What is added to a task's number to get the cell's: Slurm limits the numbers of tasks.</param>
/// <param name="Cells">The cells.</param>
internal sealed record SlurmScript(string Name, int Offset, IReadOnlyList<int> Cells)
{
    /// <summary>The script's text.</summary>
    /// <param name="program">The program with its first arguments.</param>
    /// <param name="folder">The sweep's folder.</param>
    /// <param name="options">What the user gives.</param>
    public string Text(IReadOnlyList<string> program, string folder, SlurmOptions options)
    {
        var cell = Offset == 0
            ? "\"$SLURM_ARRAY_TASK_ID\""
            : string.Create(CultureInfo.InvariantCulture, $"\"$((SLURM_ARRAY_TASK_ID + {Offset}))\"");
        const string Place = "K";
        var command = program.Select(Quote)
            .Concat(CellProcess.Arguments(Quote(folder), Place, options.Retries).Select(a => a == Place ? cell : a));
        var limit = options.AtOnce == 0 ? string.Empty : string.Create(CultureInfo.InvariantCulture, $"%{options.AtOnce}");
        var logs = Path.Combine(folder, "logs", "slurm-");
        var text = new StringBuilder("#!/bin/bash\n");
        foreach (var directive in (string[])
        [
            $"--job-name={Name}",
            $"--array={CellList.Format(Cells.Select(c => c - Offset))}{limit}",
            $"--output=\"{logs.Replace("%", "%%", StringComparison.Ordinal)}%A_%a.txt\"",
            "--requeue",
            .. options.Directives,
        ])
        {
            text.Append("#SBATCH ").Append(directive).Append('\n');
        }

        foreach (var line in options.Setup)
        {
            text.Append(line).Append('\n');
        }

        // In the place of bash, so that the signal at the end of the time reaches the cell.
        return text.Append("exec ").AppendJoin(' ', command).Append('\n').ToString();
    }

    /// <summary>An argument as bash takes it literally.</summary>
    /// <param name="argument">The argument.</param>
    private static string Quote(string argument) => $"'{argument.Replace("'", "'\\''", StringComparison.Ordinal)}'";
}
