using System.Runtime.InteropServices;

namespace Microsoft.ML.OnnxRuntime;

/// <summary>Finds and loads the native ONNX Runtime library.</summary>
internal static class NativeLibraryFile
{
    /// <summary>The library's file name on this platform.</summary>
    public static string Name =>
        OperatingSystem.IsWindows() ? "onnxruntime.dll" : OperatingSystem.IsMacOS() ? "libonnxruntime.dylib" : "libonnxruntime.so";

    /// <summary>Loads the library from where the build puts it.</summary>
    /// <exception cref="DllNotFoundException">It is in none of the places, or cannot be loaded from there.</exception>
    public static nint Load() => Load(Candidates(AppContext.BaseDirectory, AppContext.GetData("NATIVE_DLL_SEARCH_DIRECTORIES") as string));

    /// <summary>Loads the first of the files that exists.</summary>
    public static nint Load(IEnumerable<string> candidates)
    {
        string[] paths = [.. candidates];
        foreach (string path in paths.Where(File.Exists))
        {
            try
            {
                return NativeLibrary.Load(path);
            }
            catch (Exception e) when (e is DllNotFoundException or BadImageFormatException)
            {
                throw new DllNotFoundException($"The ONNX Runtime library {path} cannot be loaded on {RuntimeInformation.RuntimeIdentifier}: {e.Message}", e);
            }
        }

        throw new DllNotFoundException(
            $"The ONNX Runtime library {Name} was not found. The build copies it next to the program; looked in:{Environment.NewLine}" +
            string.Join(Environment.NewLine, paths.Select(static p => $"  {p}")) +
            $"{Environment.NewLine}Build the program again for {RuntimeInformation.RuntimeIdentifier}, or build with -p:OnnxRuntime=nuget.");
    }

    /// <summary>Where to look, in order: beside the program, in its runtimes folder, in the host's own list.</summary>
    public static IEnumerable<string> Candidates(string baseDirectory, string? searchDirectories)
    {
        yield return Path.Combine(baseDirectory, Name);
        yield return Path.Combine(baseDirectory, "runtimes", PortableRid(), "native", Name);
        foreach (string directory in searchDirectories?.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries) ?? [])
        {
            yield return Path.Combine(directory, Name);
        }
    }

    private static string PortableRid()
    {
        string system = OperatingSystem.IsWindows() ? "win" : OperatingSystem.IsMacOS() ? "osx" : "linux";
        return $"{system}-{RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant()}";
    }
}
