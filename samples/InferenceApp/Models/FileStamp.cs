namespace DtcGen.Samples.InferenceApp;

/// <summary>What tells cheaply that a file is no longer the one it was.</summary>
internal readonly record struct FileStamp(string Target, long Length, DateTime Written)
{
    /// <returns>Null when there is no such file.</returns>
    public static FileStamp? Of(string path)
    {
        try
        {
            // Folders that are swapped by a symbolic link show a change only behind the link.
            var file = new FileInfo(path);
            var target = file.ResolveLinkTarget(returnFinalTarget: true) as FileInfo ?? file;
            return target.Exists ? new FileStamp(target.FullName, target.Length, target.LastWriteTimeUtc) : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
