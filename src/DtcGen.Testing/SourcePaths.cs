namespace DtcGen.Testing;

/// <summary>Where source files are whose paths the compiler noted.</summary>
internal static class SourcePaths
{
    /// <summary>
    /// The file, or null. A deterministic build notes paths as "/_/tests/Tests.cs", from the repository's root on; that
    /// root is looked for above the tests' own folder.
    /// </summary>
    public static string? Find(string noted)
    {
        if (File.Exists(noted))
        {
            return noted;
        }

        if (!noted.StartsWith("/_", StringComparison.Ordinal) || noted.IndexOf('/', 1) is var root && root < 0)
        {
            return null;
        }

        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var candidate = Path.Combine(folder.FullName, noted[(root + 1)..]);
            if (File.Exists(candidate))
            {
                return candidate;
            }
        }

        return null;
    }
}
