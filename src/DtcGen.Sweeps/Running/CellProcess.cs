using System.Diagnostics;
using System.Globalization;

namespace DtcGen.Sweeps;

/// <summary>
/// A process that runs one cell. It holds the other end of a pipe, and stops when that closes: by a word of this process, or because this
/// process is no more.
/// </summary>
internal static class CellProcess
{
    /// <summary>How long a cell has after it was asked to stop.</summary>
    public static readonly TimeSpan TimeToStop = TimeSpan.FromSeconds(20);

    /// <summary>Starts one and waits for its end.</summary>
    /// <param name="program">The program with its first arguments.</param>
    /// <param name="folder">The sweep's folder.</param>
    /// <param name="number">The cell.</param>
    /// <param name="retries">Whether one that failed runs again.</param>
    /// <param name="cancellation">Asks it to stop.</param>
    /// <returns>Its exit code.</returns>
    public static async Task<int> RunAsync(
        IReadOnlyList<string> program, SweepFolder folder, int number, bool retries, CancellationToken cancellation)
    {
        var start = new ProcessStartInfo(program[0])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        foreach (var argument in program.Skip(1).Concat(Arguments(folder, number, retries)).Append(CellCommand.SupervisedOption))
        {
            start.ArgumentList.Add(argument);
        }

        await using var log = TextWriter.Synchronized(new StreamWriter(folder.LogPath(number), append: true) { AutoFlush = true });
        using var process = Process.Start(start)!;
        using var stop = cancellation.Register(() => _ = StopAsync(process));
        await Task.WhenAll(
            CopyAsync(process.StandardOutput, log),
            CopyAsync(process.StandardError, log),
            process.WaitForExitAsync(CancellationToken.None));
        return process.ExitCode;
    }

    /// <summary>The verb for a cell and its options.</summary>
    /// <param name="folder">The sweep's folder.</param>
    /// <param name="number">The cell as a text.</param>
    /// <param name="retries">Whether one that failed runs again.</param>
    public static IEnumerable<string> Arguments(string folder, string number, bool retries)
        => [CellCommand.Name, number, "--out", folder, .. retries ? ["--retry"] : (string[])[]];

    private static IEnumerable<string> Arguments(SweepFolder folder, int number, bool retries)
        => Arguments(folder.Path, number.ToString(CultureInfo.InvariantCulture), retries);

    private static async Task CopyAsync(TextReader from, TextWriter to)
    {
        while (await from.ReadLineAsync() is { } line)
        {
            await to.WriteLineAsync(line);
        }
    }

    private static async Task StopAsync(Process process)
    {
        try
        {
            process.StandardInput.Close();
            using var limit = new CancellationTokenSource(TimeToStop);
            await process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
        }
        catch (Exception e) when (e is IOException or InvalidOperationException)
        {
            // It ended just now.
        }
    }
}
