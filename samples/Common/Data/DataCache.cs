using DtcGen.Datasets;

namespace DtcGen.Samples;

/// <summary>A folder that a data set is downloaded into.</summary>
public abstract class DataCache
{
    /// <summary>The folder.</summary>
    public abstract string Folder { get; }

    /// <summary>Whether it has the files, by name.</summary>
    public abstract bool IsFilled { get; }

    /// <summary>Fetches the data.</summary>
    /// <exception cref="DatasetException">It cannot be fetched.</exception>
    public abstract Task FetchAsync(IProgress<DownloadProgress> progress, CancellationToken cancellationToken);
}
