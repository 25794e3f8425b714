using System.Globalization;

namespace DtcGen.Samples.Mnist.Tests;

/// <summary>What stops a child process politely.</summary>
internal static class StopSignal
{
    private const ulong Interrupt = 1UL << 1;

    /// <summary>
    /// Ctrl-C's signal, or the other polite one where this process ignores the first: a shell starts its
    /// background jobs that way, and children inherit it.
    /// </summary>
    public static string Name => IgnoresInterrupt() ? "-TERM" : "-INT";

    private static bool IgnoresInterrupt()
    {
        const string field = "SigIgn:";
        var status = "/proc/self/status";
        return File.Exists(status)
            && File.ReadLines(status).FirstOrDefault(line => line.StartsWith(field, StringComparison.Ordinal)) is { } line
            && (ulong.Parse(line.AsSpan(field.Length).Trim(), NumberStyles.HexNumber, CultureInfo.InvariantCulture) & Interrupt) != 0;
    }
}
