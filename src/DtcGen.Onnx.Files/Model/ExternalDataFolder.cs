using DtcGen.Onnx.Proto;

namespace DtcGen.Onnx;

/// <summary>
/// Where a model's tensors may lie when they are not in its file: in regular files of its folder, or of the folder that a link to the
/// model leads to. Links are resolved first, and lengths are those of what they lead to.
/// </summary>
internal sealed class ExternalDataFolder
{
    private const int MostLinks = 40;

    private readonly string _folder;
    private readonly string[] _roots;
    private readonly HashSet<(string File, long Offset, Int128 Length)> _parts = [];
    private readonly Dictionary<string, Int128> _taken = [];
    private readonly Dictionary<string, (string? File, long Length, string Problem)> _found = new(StringComparer.Ordinal);

    private ExternalDataFolder(string folder, params string[] roots) => (_folder, _roots) = (folder, roots);

    /// <summary>For a model in a file.</summary>
    /// <param name="path">The model's file.</param>
    public static ExternalDataFolder Beside(string path)
    {
        var full = Path.GetFullPath(path);
        var folder = Path.GetDirectoryName(full)!;
        var target = Resolve(full) is { } real ? Path.GetDirectoryName(real) : null;
        return new ExternalDataFolder(folder, [.. new[] { Resolve(folder), target }.OfType<string>().Distinct()]);
    }

    /// <summary>Finds the file that holds a tensor's data, without opening it.</summary>
    /// <param name="reference">Where the data are said to be.</param>
    /// <param name="bytes">How many bytes they are.</param>
    /// <param name="problem">Why they cannot be read from there.</param>
    /// <returns>The file, what links lead to; null with the problem.</returns>
    public string? Find(ExternalDataReference reference, Int128 bytes, out string problem)
    {
        var path = Path.Combine(_folder, reference.Location);
        if (!_found.TryGetValue(path, out var found))
        {
            _found.Add(path, found = Find(path));
        }

        (var file, var length, problem) = found;
        if (file is not null && length < reference.Offset + bytes)
        {
            // A pipe or a device has no length, so it is never opened.
            problem = $"The data lie in {path}, which is too short, or no regular file: {bytes:N0} bytes from {reference.Offset:N0} on are wanted, and it has {length:N0}.";
        }
        else if (file is not null && Overlaps(file, reference.Offset, bytes, length))
        {
            problem = $"The data lie in {path}, where this and other tensors want more bytes than it has: they overlap.";
        }

        return problem.Length == 0 ? file : null;
    }

    private (string? File, long Length, string Problem) Find(string path)
    {
        if (Resolve(path) is not { } real)
        {
            return (null, 0, $"The data lie in {path}, whose links lead nowhere.");
        }

        if (!Array.Exists(_roots, root => IsInside(root, real)))
        {
            return (null, 0, $"The data lie in {path}, a link that leads out of the model's folder.");
        }

        return File.Exists(real)
            ? (real, new FileInfo(real).Length, "")
            : (null, 0, $"The data lie in {path}, which is {(Directory.Exists(real) ? "a folder" : "missing. Keep the two files together")}.");
    }

    // The same part may be taken by any number of tensors; parts that overlap would be kept in memory again and again.
    private bool Overlaps(string file, long offset, Int128 bytes, long length)
    {
        if (_parts.Add((file, offset, bytes)))
        {
            _taken[file] = _taken.GetValueOrDefault(file) + bytes;
        }

        return _taken[file] > length;
    }

    private static bool IsInside(string root, string path)
        => path.StartsWith(Path.EndsInDirectorySeparator(root) ? root : root + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    // The path without links, also where some of it is missing; null where links go in circles.
    private static string? Resolve(string path)
    {
        var left = new Stack<string>(Parts(path));
        var real = Path.GetPathRoot(path)!;
        var links = 0;
        while (left.TryPop(out var part))
        {
            if (part is "." or "..")
            {
                real = part == "." ? real : Path.GetDirectoryName(real) ?? real;
                continue;
            }

            var next = Path.Combine(real, part);
            if (new FileInfo(next).LinkTarget is not { } target)
            {
                real = next;
                continue;
            }

            if (++links > MostLinks)
            {
                return null;
            }

            if (Path.IsPathRooted(target))
            {
                real = Path.GetPathRoot(target)!;
            }

            foreach (var of in Parts(target))
            {
                left.Push(of);
            }
        }

        return real;
    }

    // The last first.
    private static IEnumerable<string> Parts(string path)
        => path[(Path.GetPathRoot(path)?.Length ?? 0)..]
            .Split([Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar], StringSplitOptions.RemoveEmptyEntries)
            .AsEnumerable()
            .Reverse();
}
