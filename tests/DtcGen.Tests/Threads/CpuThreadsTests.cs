using System.Diagnostics;

namespace DtcGen.Tests.Threads;

public sealed class CpuThreadsTests
{
    [LinuxFact]
    public void TheVariableReachesTheCLibrary()
    {
        Assert.Equal(["not set", "set", "passive"], Run(null, "unset", "get", "wait", "get").Output);
    }

    // What libtorch's own OpenMP library says about itself: how often it looks again before it sleeps.
    [LinuxFact]
    public void LibtorchsOpenMPDoesAsItSays()
    {
        Assert.Contains("GOMP_SPINCOUNT = '0'", Run(null, "unset", "wait", "torch").Error);
        Assert.Matches("GOMP_SPINCOUNT = '[1-9][0-9]+'", Run(null, "unset", "torch").Error);
    }

    // Every test assembly calls it before its first test, so nothing is left to do here.
    [LinuxFact]
    public void TestAssembliesStartWithPassiveWaiting()
    {
        Assert.Equal(["passive", "left"], Run(null, "get", "wait").Output);
    }

    [LinuxFact]
    public void TheUsersOwnSettingStays()
    {
        Assert.Equal(["active", "left", "active"], Run("active", "get", "wait", "get").Output);
        Assert.Equal(["left", "active"], Run("active", "torch", "wait", "get").Output);
    }

    [LinuxFact]
    public void WhatTheUserSetInDotNetAloneIsHandedOn()
    {
        Assert.Equal(["not set", "set", "active"], Run(null, "unset", "active in .NET", "get", "wait", "get").Output);
    }

    [LinuxFact]
    public void TooLateIsSaidAndNothingIsSet()
    {
        var output = Run(null, "unset", "torch", "wait", "get").Output;
        Assert.Equal(2, output.Length);
        Assert.Contains("comes too late", output[0]);
        Assert.Contains("libgomp", output[0]);
        Assert.Equal("not set", output[1]);
    }

    [LinuxFact]
    public void TheSecondCallIsNeverTooLate()
    {
        Assert.Equal(["set", "left"], Run(null, "unset", "wait", "torch", "wait").Output);
    }

    [Fact]
    public void NothingIsLeftToDoInThisProcess() => Assert.False(CpuThreads.WaitPassively());

    private static (string[] Output, string Error) Run(string? policy, params string[] steps)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(CpuThreadsTests).Assembly.Location, .. steps])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["OMP_DISPLAY_ENV"] = "VERBOSE";
        start.Environment.Remove("OMP_WAIT_POLICY");
        if (policy is not null)
        {
            start.Environment["OMP_WAIT_POLICY"] = policy;
        }

        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, error.Result);
        return (output, error.Result);
    }
}
