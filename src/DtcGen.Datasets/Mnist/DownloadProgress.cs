namespace DtcGen.Datasets;

/// <summary>How far a download is.</summary>
/// <param name="File">The file's name.</param>
/// <param name="Received">Bytes received of this file.</param>
/// <param name="Total">The file's size in bytes, or null when the server does not say.</param>
public sealed record DownloadProgress(string File, long Received, long? Total);
