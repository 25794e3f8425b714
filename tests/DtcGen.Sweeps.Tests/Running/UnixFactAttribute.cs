namespace DtcGen.Sweeps.Tests;

/// <summary>A test that sends signals.</summary>
internal sealed class UnixFactAttribute : FactAttribute
{
    public UnixFactAttribute() => Skip = OperatingSystem.IsWindows() ? "Windows has no signals." : null;
}
