namespace DtcGen.Tests.Threads;

public sealed class CpuMemoryTests
{
    private const string Variable = "MALLOC_TRIM_THRESHOLD_";

    // What the system says of the process, before and after tensors of 120 MB have gone. What happens by default depends on what lies
    // behind them in memory, so the process is first told to give everything back.
    [LinuxFact]
    public void WhatTensorsGaveBackStaysWithTheProcess()
        => Assert.Equal(["given back", "set", "kept", "set"], Run(null, "give-back", "freed", "keep", "freed", "keep"));

    [LinuxFact]
    public void TheUsersOwnSettingStays() => Assert.Equal(["left", "given back"], Run("65536", "keep", "freed"));

    private static string[] Run(string? threshold, params string[] steps) => StepsProcess.Run((Variable, threshold), steps).Output;
}
