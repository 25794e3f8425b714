namespace DtcGen.Tests.Threads;

public sealed class CpuMathTests
{
    private const string Mode = "MKL_CBWR";
    private const string Unset = $"unset {Mode}";
    private const string Get = $"get {Mode}";

    [LinuxFact]
    public void AProductIsTheSameWhereverItsInputLies()
    {
        Assert.Equal(["set", "AUTO", "1"], Run(null, Unset, "repeat", Get, "products"));
    }

    [LinuxFact]
    public void TheUsersOwnModeStays()
    {
        Assert.Equal(["left", "COMPATIBLE", "1"], Run("COMPATIBLE", "repeat", Get, "products"));
        Assert.Equal(["set", "COMPATIBLE"], Run(null, Unset, $"set-in-.NET {Mode} COMPATIBLE", "repeat", Get));
    }

    [LinuxFact]
    public void TooLateIsSaidAndNothingIsSet()
    {
        var output = Run(null, Unset, "torch", "repeat", Get);
        Assert.Equal(2, output.Length);
        Assert.Contains("CpuMath.ComputeRepeatably comes too late: ", output[0]);
        Assert.Contains("libtorch_cpu", output[0]);
        Assert.Equal("not set", output[1]);
    }

    [LinuxFact]
    public void TheSecondCallIsNeverTooLate()
    {
        Assert.Equal(["set", "left"], Run(null, Unset, "repeat", "torch", "repeat"));
    }

    private static string[] Run(string? mode, params string[] steps) => StepsProcess.Run((Mode, mode), steps).Output;
}
