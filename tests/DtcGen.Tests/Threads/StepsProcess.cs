using System.Diagnostics;

namespace DtcGen.Tests.Threads;

/// <summary>Steps of <see cref="StepsProgram"/> in a process of their own.</summary>
internal static class StepsProcess
{
    /// <summary>Carries them out.</summary>
    /// <param name="variable">An environment variable, and its value or null.</param>
    /// <param name="steps">The steps.</param>
    /// <returns>The lines that they printed, and what libtorch's libraries say about themselves.</returns>
    public static (string[] Output, string Error) Run((string Name, string? Value) variable, params string[] steps)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(StepsProcess).Assembly.Location, .. steps])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["OMP_DISPLAY_ENV"] = "VERBOSE";
        start.Environment.Remove("OMP_WAIT_POLICY");
        start.Environment.Remove("MKL_CBWR");
        if (variable.Value is not null)
        {
            start.Environment[variable.Name] = variable.Value;
        }

        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, error.Result);
        return (output, error.Result);
    }
}
