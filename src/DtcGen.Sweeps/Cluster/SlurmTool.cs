using System.ComponentModel;
using System.Diagnostics;

namespace DtcGen.Sweeps;

/// <summary>Slurm's own programs.</summary>
internal static class SlurmTool
{
    /// <summary>Runs one.</summary>
    /// <param name="program">Its name.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="cancellation">Stops the wait for it.</param>
    /// <exception cref="SweepException">It is not there.</exception>
    public static async Task<(int ExitCode, string Output, string Error)> RunAsync(
        string program, IEnumerable<string> arguments, CancellationToken cancellation)
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
            var output = process.StandardOutput.ReadToEndAsync(cancellation);
            var error = process.StandardError.ReadToEndAsync(cancellation);
            await process.WaitForExitAsync(cancellation);
            return (process.ExitCode, await output, (await error).Trim());
        }
        catch (Win32Exception)
        {
            throw new SweepException(
                $"'{program}' is not on the PATH: start this where jobs are submitted from, or see the script with --dry-run.",
                SweepExitCode.SlurmFailed);
        }
    }
}
