using DtcGen.Datasets;

namespace DtcGen.Samples;

/// <summary>Where a sample's data can come from.</summary>
public abstract class DataSource
{
    /// <summary>The environment variable that usually names a folder with the data.</summary>
    public const string FolderVariable = "DTC_DATA";

    /// <summary>The environment variable that names a folder with this data.</summary>
    public virtual string Variable => FolderVariable;

    /// <summary>The data set's name.</summary>
    public abstract string Name { get; }

    /// <summary>What a folder must hold, for help and messages.</summary>
    public abstract string Files { get; }

    /// <summary>What the built-in data is called.</summary>
    public abstract string SyntheticName { get; }

    /// <summary>Fetches the data and keeps it; null where nothing is known to fetch it from.</summary>
    public virtual DataCache? CreateCache() => null;

    /// <summary>Reads a folder.</summary>
    /// <exception cref="DatasetException">The data cannot be used.</exception>
    public abstract ImageDataset Load(string folder);

    /// <summary>Makes data when there is none.</summary>
    /// <param name="train">How many training images at most; null for the usual number.</param>
    /// <param name="test">How many test images at most; null for the usual number.</param>
    /// <param name="seed">Decides every image.</param>
    public abstract ImageDataset CreateSynthetic(int? train, int? test, long seed);
}
