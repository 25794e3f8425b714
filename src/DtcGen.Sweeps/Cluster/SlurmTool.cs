using System.ComponentModel;
using System.Diagnostics;

namespace DtcGen.Sweeps;

/// <summary>Slurm's own programs.</summary>
internal static class SlurmTool
{
    /// <summary>Runs one.</summary>
    /// <param name="program">Its name.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="heard">What to do with each line that it complains, at once: sbatch may wait for long; null for nothing.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <exception cref="SweepException">It is not there.</exception>
    public static async Task<(int ExitCode, string Output, string Error)> RunAsync(
        string program, IEnumerable<string> arguments, Func<string, Task>? heard, CancellationToken cancellation)
    {
        var start = new ProcessStartInfo(program)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        try
        {
            using var process = Process.Start(start)!;
            process.StandardInput.Close();

            // Else one that waits would submit after all.
            await using var stop = cancellation.Register(process.Kill);
            var output = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
            var error = await ReadAsync(process.StandardError, heard);
            await process.WaitForExitAsync(CancellationToken.None);
            cancellation.ThrowIfCancellationRequested();
            return (process.ExitCode, await output, error);
        }
        catch (Win32Exception)
        {
            throw new SweepException(
                $"'{program}' is not on the PATH: start this where jobs are submitted from, or see the script with --dry-run.",
                SweepExitCode.SlurmFailed);
        }
    }

    private static async Task<string> ReadAsync(StreamReader reader, Func<string, Task>? heard)
    {
        var lines = new List<string>();
        while (await reader.ReadLineAsync() is { } line)
        {
            lines.Add(line);
            await (heard?.Invoke(line) ?? Task.CompletedTask);
        }

        return string.Join('\n', lines).Trim();
    }
}
