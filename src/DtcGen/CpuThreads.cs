using System.Runtime.InteropServices;

namespace DtcGen;

/// <summary>How libtorch's threads on the CPU behave.</summary>
public static class CpuThreads
{
    private const string WaitPolicy = "OMP_WAIT_POLICY";

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
    {
        if (!OperatingSystem.IsLinux() || GetEnv(WaitPolicy) != 0)
        {
            return false;
        }

        if (LoadedOpenMP() is { } library)
        {
            throw new InvalidOperationException(
                $"{nameof(CpuThreads)}.{nameof(WaitPassively)} comes too late: {library} is loaded and reads {WaitPolicy} only then. "
                + "Call it before the first tensor is made, as the first line of the program, "
                + $"or start the program with {WaitPolicy}=passive in its environment.");
        }

        // What was set in .NET alone is the user's wish too, and had not got where it was meant to go.
        var policy = Environment.GetEnvironmentVariable(WaitPolicy) ?? "passive";
        if (SetEnv(WaitPolicy, policy, overwrite: 0) != 0)
        {
            throw new InvalidOperationException($"The C library did not take {WaitPolicy}: error {Marshal.GetLastPInvokeError()}.");
        }

        Environment.SetEnvironmentVariable(WaitPolicy, policy);
        return true;
    }

    /// <summary>The file of an OpenMP library that the process has loaded, or null.</summary>
    private static string? LoadedOpenMP() => File.ReadLines("/proc/self/maps")
        .Select(static line => line.IndexOf('/', StringComparison.Ordinal) is var start and >= 0 ? line[start..] : "")
        .FirstOrDefault(static path => IsOpenMP(Path.GetFileName(path)));

    private static bool IsOpenMP(string file)
        => Array.Exists(OpenMPLibraries, name => file.StartsWith(name, StringComparison.Ordinal));

    [DllImport("libc", EntryPoint = "getenv")]
    private static extern nint GetEnv([MarshalAs(UnmanagedType.LPUTF8Str)] string name);

    [DllImport("libc", EntryPoint = "setenv", SetLastError = true)]
    private static extern int SetEnv(
        [MarshalAs(UnmanagedType.LPUTF8Str)] string name, [MarshalAs(UnmanagedType.LPUTF8Str)] string value, int overwrite);
}
