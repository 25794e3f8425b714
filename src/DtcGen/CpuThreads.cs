namespace DtcGen;

/// <summary>How libtorch's threads on the CPU behave.</summary>
public static class CpuThreads
{
    // GNU's, LLVM's and Intel's.
    private static readonly string[] OpenMPLibraries = ["libgomp", "libomp", "libiomp"];

    /// <summary>
    /// On Linux, has libtorch's threads sleep while they wait for each other, by the environment variable OMP_WAIT_POLICY. By default
    /// they keep their processors busy, which costs a factor of several in training once anything else runs on the machine, and
    /// little is lost by sleeping when nothing does (docs/threads.md has the numbers).
    /// </summary>
    /// <remarks>
    /// Call it first thing in the program: libtorch's OpenMP library reads the variable once, when it is loaded, which the first use of
    /// a tensor does. The variable is set for the C library, which is where that library looks, and for processes started later.
    /// <see cref="Environment.SetEnvironmentVariable(string, string?)"/> alone does not reach the C library.
    /// </remarks>
    /// <returns>
    /// True when this call set the variable; false when it left things as they are, because the variable is set already, by the user or
    /// by an earlier call, or because this is not Linux.
    /// </returns>
    /// <exception cref="InvalidOperationException">
    /// It is too late: an OpenMP library is loaded, and nobody set the variable before.
    /// </exception>
    public static bool WaitPassively()
        => LoadTimeVariable.Set("OMP_WAIT_POLICY", "passive", OpenMPLibraries, $"{nameof(CpuThreads)}.{nameof(WaitPassively)}");
}
