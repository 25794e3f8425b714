using System.Runtime.InteropServices;

namespace DtcGen;

/// <summary>An environment variable that a native library reads once, when it is loaded.</summary>
internal static class LoadTimeVariable
{
    /// <summary>Sets it on Linux, for the C library, which is where native libraries look, and for processes started later.</summary>
    /// <param name="name">The variable.</param>
    /// <param name="value">Its value, where nobody has set another.</param>
    /// <param name="libraries">How the names of the libraries begin that read it.</param>
    /// <param name="caller">What asks for it, for errors.</param>
    /// <returns>Whether this call set it.</returns>
    /// <exception cref="InvalidOperationException">One of the libraries is loaded, and nobody set the variable before.</exception>
    public static bool Set(string name, string value, string[] libraries, string caller)
    {
        if (!OperatingSystem.IsLinux() || GetEnv(name) != 0)
        {
            return false;
        }

        if (Loaded(libraries) is { } library)
        {
            throw new InvalidOperationException(
                $"{caller} comes too late: {library} is loaded and reads {name} only then. Call it before the first tensor is made, "
                + $"as the first line of the program, or start the program with {name}={value} in its environment.");
        }

        // What was set in .NET alone is the user's wish too, and had not got where it was meant to go.
        var wished = Environment.GetEnvironmentVariable(name) ?? value;
        if (SetEnv(name, wished, overwrite: 0) != 0)
        {
            throw new InvalidOperationException($"The C library did not take {name}: error {Marshal.GetLastPInvokeError()}.");
        }

        Environment.SetEnvironmentVariable(name, wished);
        return true;
    }

    /// <summary>The file of one of these libraries that the process has loaded, or null.</summary>
    private static string? Loaded(string[] libraries) => File.ReadLines("/proc/self/maps")
        .Select(static line => line.IndexOf('/', StringComparison.Ordinal) is var start and >= 0 ? line[start..] : "")
        .FirstOrDefault(path => Array.Exists(libraries, name => Path.GetFileName(path).StartsWith(name, StringComparison.Ordinal)));

    [DllImport("libc", EntryPoint = "getenv")]
    private static extern nint GetEnv([MarshalAs(UnmanagedType.LPUTF8Str)] string name);

    [DllImport("libc", EntryPoint = "setenv", SetLastError = true)]
    private static extern int SetEnv(
        [MarshalAs(UnmanagedType.LPUTF8Str)] string name, [MarshalAs(UnmanagedType.LPUTF8Str)] string value, int overwrite);
}
