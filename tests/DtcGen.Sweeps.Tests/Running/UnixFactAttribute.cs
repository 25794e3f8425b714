using System.Globalization;

namespace DtcGen.Sweeps.Tests;

/// <summary>A test that sends signals, skipped where a process that it starts would not get them.</summary>
internal sealed class UnixFactAttribute : FactAttribute
{
    private const int Interrupt = 1 << 1;

    public UnixFactAttribute()
    {
        if (OperatingSystem.IsWindows())
        {
            Skip = "Windows has no signals.";
        }
        else if (OperatingSystem.IsLinux() && IgnoresInterrupt())
        {
            Skip = "SIGINT is ignored here, as a shell has it for what it starts in the background.";
        }
    }

    private static bool IgnoresInterrupt()
        => File.ReadLines("/proc/self/status").FirstOrDefault(static line => line.StartsWith("SigIgn:", StringComparison.Ordinal)) is { } line
            && (long.Parse(line["SigIgn:".Length..].Trim(), NumberStyles.HexNumber, CultureInfo.InvariantCulture) & Interrupt) != 0;
}
