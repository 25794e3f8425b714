using System.Globalization;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace DtcGen.Sweeps;

/// <summary>Where a result comes from: the code, its packages and the machine.</summary>
/// <param name="Program">The program's name.</param>
/// <param name="Version">Its version, with the commit where the build knew it.</param>
/// <param name="Build">What tells two builds of different code apart.</param>
/// <param name="Packages">Its packages and their versions.</param>
/// <param name="Host">The machine's name.</param>
/// <param name="Platform">Operating system, processor, number of cores, .NET.</param>
/// <param name="Job">The job of Slurm that it ran in; null outside.</param>
internal sealed record Origin(
    string Program,
    string Version,
    string Build,
    IReadOnlyDictionary<string, string> Packages,
    string Host,
    string Platform,
    string? Job)
{
    /// <summary>This process's.</summary>
    public static Origin Here()
    {
        var program = Assembly.GetEntryAssembly() ?? typeof(Origin).Assembly;
        var name = program.GetName();
        return new Origin(
            name.Name ?? "unknown",
            program.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? $"{name.Version}",
            program.ManifestModule.ModuleVersionId.ToString(),
            ReadPackages(Path.Combine(AppContext.BaseDirectory, $"{name.Name}.deps.json")),
            Environment.MachineName,
            string.Create(
                CultureInfo.InvariantCulture,
                $"{RuntimeInformation.OSDescription}, {RuntimeInformation.ProcessArchitecture}, {Environment.ProcessorCount} cores, {RuntimeInformation.FrameworkDescription}"),
            SlurmJob());
    }

    private static string? SlurmJob() => Environment.GetEnvironmentVariable("SLURM_ARRAY_JOB_ID") is { Length: > 0 } job
        ? $"{job}_{Environment.GetEnvironmentVariable("SLURM_ARRAY_TASK_ID")}"
        : Environment.GetEnvironmentVariable("SLURM_JOB_ID");

    // What the build resolved; a program in one file has none of it outside, and then there is what is loaded.
    private static SortedDictionary<string, string> ReadPackages(string file)
    {
        var packages = new SortedDictionary<string, string>(StringComparer.Ordinal);
        if (File.Exists(file))
        {
            using var json = JsonDocument.Parse(File.ReadAllBytes(file));
            foreach (var library in json.RootElement.GetProperty("libraries").EnumerateObject())
            {
                if (library.Name.Split('/') is [var name, var version])
                {
                    packages[name] = version;
                }
            }
        }
        else
        {
            foreach (var loaded in AppDomain.CurrentDomain.GetAssemblies().Select(static a => a.GetName()))
            {
                packages[loaded.Name ?? "unknown"] = $"{loaded.Version}";
            }
        }

        return packages;
    }
}
