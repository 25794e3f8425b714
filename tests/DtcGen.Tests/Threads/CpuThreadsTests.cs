namespace DtcGen.Tests.Threads;

public sealed class CpuThreadsTests
{
    private const string Policy = "OMP_WAIT_POLICY";
    private const string Unset = $"unset {Policy}";
    private const string Get = $"get {Policy}";

    [LinuxFact]
    public void TheVariableReachesTheCLibrary()
    {
        Assert.Equal(["not set", "set", "passive"], Run(null, Unset, Get, "wait", Get).Output);
    }

    // What libtorch's own OpenMP library says about itself: how often it looks again before it sleeps.
    [LinuxFact]
    public void LibtorchsOpenMPDoesAsItSays()
    {
        Assert.Contains("GOMP_SPINCOUNT = '0'", Run(null, Unset, "wait", "torch").Error);
        Assert.Matches("GOMP_SPINCOUNT = '[1-9][0-9]+'", Run(null, Unset, "torch").Error);
    }

    // Every test assembly calls it before its first test, so nothing is left to do here.
    [LinuxFact]
    public void TestAssembliesStartWithPassiveWaiting()
    {
        Assert.Equal(["passive", "left"], Run(null, Get, "wait").Output);
    }

    [LinuxFact]
    public void TheUsersOwnSettingStays()
    {
        Assert.Equal(["active", "left", "active"], Run("active", Get, "wait", Get).Output);
        Assert.Equal(["left", "active"], Run("active", "torch", "wait", Get).Output);
    }

    [LinuxFact]
    public void WhatTheUserSetInDotNetAloneIsHandedOn()
    {
        Assert.Equal(["not set", "set", "active"], Run(null, Unset, $"set-in-.NET {Policy} active", Get, "wait", Get).Output);
    }

    [LinuxFact]
    public void TooLateIsSaidAndNothingIsSet()
    {
        var output = Run(null, Unset, "torch", "wait", Get).Output;
        Assert.Equal(2, output.Length);
        Assert.Contains("comes too late", output[0]);
        Assert.Contains("libgomp", output[0]);
        Assert.Equal("not set", output[1]);
    }

    [LinuxFact]
    public void TheSecondCallIsNeverTooLate()
    {
        Assert.Equal(["set", "left"], Run(null, Unset, "wait", "torch", "wait").Output);
    }

    [Fact]
    public void NothingIsLeftToDoInThisProcess() => Assert.False(CpuThreads.WaitPassively());

    private static (string[] Output, string Error) Run(string? policy, params string[] steps) => StepsProcess.Run((Policy, policy), steps);
}
