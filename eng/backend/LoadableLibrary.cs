#nullable enable
using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

namespace DtcGen.Build;

/// <summary>
/// A copy of TorchSharp's native library that loads on a system whose libstdc++ is older than the library asks for.
/// </summary>
/// <remarks>
/// The library needs the version GLIBCXX_3.4.32 of libstdc++, a marker that GCC 13's &lt;iostream&gt; leaves behind and that
/// nothing in it refers to. In the copy that one need is marked weak, so that the loader no longer insists on it.
/// Compiled by MSBuild from this source (RoslynCodeTaskFactory): one file, C# for .NET Standard 2.0.
/// </remarks>
public sealed class LoadableLibrary : Microsoft.Build.Utilities.Task
{
    /// <summary>The version need that older systems cannot meet.</summary>
    public const string Version = "GLIBCXX_3.4.32";

    /// <summary>The libraries that a build is about to copy.</summary>
    [Required]
    public ITaskItem[] Libraries { get; set; } = Array.Empty<ITaskItem>();

    /// <summary>SHA-256 of the libraries in which the need is known to be without use, in hexadecimal.</summary>
    [Required]
    public string[] KnownHashes { get; set; } = Array.Empty<string>();

    /// <summary>Where the copies go.</summary>
    [Required]
    public string Folder { get; set; } = "";

    /// <summary>Where to look for libstdc++.so.6; the first file found decides.</summary>
    [Required]
    public string[] Libstdcxx { get; set; } = Array.Empty<string>();

    /// <summary>The libraries that a copy stands in for.</summary>
    [Output]
    public ITaskItem[] Replaced { get; set; } = Array.Empty<ITaskItem>();

    /// <summary>The copies, each with its library's metadata.</summary>
    [Output]
    public ITaskItem[] Copies { get; set; } = Array.Empty<ITaskItem>();

    /// <inheritdoc/>
    public override bool Execute()
    {
        var system = Libstdcxx.FirstOrDefault(File.Exists);
        if (system is null || Contains(File.ReadAllBytes(system), Version))
        {
            return true;
        }

        var replaced = new List<ITaskItem>();
        var copies = new List<ITaskItem>();
        foreach (var library in Libraries)
        {
            if (Copy(library.ItemSpec, system) is { } copy)
            {
                replaced.Add(library);
                copies.Add(new TaskItem(copy, library.CloneCustomMetadata()));
            }
        }

        Replaced = replaced.ToArray();
        Copies = copies.ToArray();
        return true;
    }

    /// <summary>Marks one version need of an ELF file weak.</summary>
    /// <param name="file">The bytes of a 64-bit little-endian ELF file; changed in place.</param>
    /// <param name="version">The version, such as GLIBCXX_3.4.32.</param>
    /// <returns>Whether the file has that need.</returns>
    /// <exception cref="FormatException">The bytes are not such a file, or its tables point outside it.</exception>
    /// <remarks>System V gABI, and the symbol versioning chapter of the Linux Standard Base (Verneed, Vernaux).</remarks>
    public static bool Weaken(byte[] file, string version)
    {
        const int verneed = 0x6ffffffe;
        const ushort weak = 2; // VER_FLG_WEAK
        if (file.Length < 64 || file[0] != 0x7f || file[1] != 'E' || file[2] != 'L' || file[3] != 'F' || file[4] != 2 || file[5] != 1)
        {
            throw new FormatException("not a 64-bit little-endian ELF file");
        }

        try
        {
            var found = false;
            foreach (var section in Sections(file))
            {
                if (BitConverter.ToInt32(file, section + 4) != verneed)
                {
                    continue;
                }

                var strings = Offset(file, Sections(file).ElementAt(BitConverter.ToInt32(file, section + 40)));
                foreach (var auxiliary in Auxiliaries(file, Offset(file, section), BitConverter.ToInt32(file, section + 44)))
                {
                    if (Text(file, strings + BitConverter.ToInt32(file, auxiliary + 8)) == version)
                    {
                        file[auxiliary + 4] |= (byte)weak;
                        found = true;
                    }
                }
            }

            return found;
        }
        catch (Exception e) when (e is ArgumentException || e is IndexOutOfRangeException)
        {
            throw new FormatException("a table of the ELF file points outside it", e);
        }
    }

    private static IEnumerable<int> Sections(byte[] file)
    {
        var table = checked((int)BitConverter.ToInt64(file, 40));
        int size = BitConverter.ToUInt16(file, 58);
        return Enumerable.Range(0, BitConverter.ToUInt16(file, 60)).Select(i => table + (i * size));
    }

    private static int Offset(byte[] file, int section) => checked((int)BitConverter.ToInt64(file, section + 24));

    /// <summary>Where each Vernaux entry lies: <paramref name="count"/> libraries, each with a list of versions.</summary>
    private static IEnumerable<int> Auxiliaries(byte[] file, int need, int count)
    {
        for (var i = 0; i < count; i++)
        {
            var auxiliary = need + BitConverter.ToInt32(file, need + 8);
            for (int versions = BitConverter.ToUInt16(file, need + 2); versions > 0; versions--)
            {
                yield return auxiliary;
                auxiliary += BitConverter.ToInt32(file, auxiliary + 12);
            }

            need += BitConverter.ToInt32(file, need + 12);
        }
    }

    private static string Text(byte[] file, int start)
        => Encoding.ASCII.GetString(file, start, Array.IndexOf(file, (byte)0, start) - start);

    private static bool Contains(byte[] file, string version)
        => Encoding.GetEncoding(28591).GetString(file).Contains(version + "\0");

    private string? Copy(string library, string system)
    {
        var bytes = File.ReadAllBytes(library);
        if (!Contains(bytes, Version))
        {
            return null;
        }

        string hash;
        using (var sha = SHA256.Create())
        {
            hash = BitConverter.ToString(sha.ComputeHash(bytes)).Replace("-", "");
        }

        if (!KnownHashes.Contains(hash, StringComparer.OrdinalIgnoreCase))
        {
            Log.LogWarning(
                null, "DTC903", null, library, 0, 0, 0, 0,
                $"{library} will not load here: it needs {Version}, and {system} is older. This DtcGen does not know the file (SHA-256 {hash}), so it is left as it is. " +
                "Use TorchSharp 0.107.0, run where libstdc++ comes from GCC 13.2 or newer (Debian 13, Ubuntu 24.04), or set DtcGenOldLibstdcxx=false to silence this.");
            return null;
        }

        var copy = Path.Combine(Path.GetFullPath(Folder), Path.GetFileName(library));
        Weaken(bytes, Version);
        if (!File.Exists(copy) || !File.ReadAllBytes(copy).SequenceEqual(bytes))
        {
            // Under another name first: a build that is stopped leaves nothing half done. A new file, never a write through a link.
            Directory.CreateDirectory(Folder);
            var partial = copy + "." + Guid.NewGuid().ToString("N");
            File.WriteAllBytes(partial, bytes);
            File.Delete(copy);
            File.Move(partial, copy);
            Log.LogMessage(
                MessageImportance.High,
                $"DtcGen: {system} is older than TorchSharp's native library asks for; this build uses a copy of it that loads, {copy}");
        }

        return copy;
    }
}
