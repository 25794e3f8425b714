using System.Diagnostics;

namespace DtcGen.Benchmarks;

/// <summary>Which processors the client and the server have.</summary>
/// <param name="Server">The server's, as taskset names them; null for all.</param>
/// <param name="Description">In words.</param>
internal sealed record ServedCores(string? Server, string Description)
{
    private const int TooFewToDivide = 2;

    /// <summary>
    /// Gives the server one half of the processors and this process the other, on Linux and where there are more than
    /// two.
    /// </summary>
    public static ServedCores Divide()
    {
        var count = Environment.ProcessorCount;
        if (count <= TooFewToDivide || !OperatingSystem.IsLinux())
        {
            return new ServedCores(null, $"{count}, shared");
        }

        using var taskset = Process.Start(
            new ProcessStartInfo("taskset", ["-a", "-p", "-c", $"{count / 2}-{count - 1}", $"{Environment.ProcessId}"])
            {
                RedirectStandardOutput = true,
            })!;
        taskset.WaitForExit();
        return new ServedCores($"0-{count / 2 - 1}", $"{count / 2} for the server, {count - count / 2} for the clients");
    }
}
