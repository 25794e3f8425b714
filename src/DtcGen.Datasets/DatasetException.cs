namespace DtcGen.Datasets;

/// <summary>
/// Data that cannot be used. The message names the file, what was found there, what was expected and what to do.
/// </summary>
public sealed class DatasetException : Exception
{
    /// <summary>Says what is wrong with a file or folder.</summary>
    /// <param name="path">The file or folder.</param>
    /// <param name="found">What was found.</param>
    /// <param name="expected">What was expected.</param>
    /// <param name="remedy">What to do about it.</param>
    /// <param name="innerException">What led here, if anything.</param>
    internal DatasetException(string path, string found, string expected, string remedy, Exception? innerException = null)
        : base($"{path}: found {found}; expected {expected}. {remedy}", innerException)
    {
        Path = path;
    }

    /// <summary>The file or folder.</summary>
    public string Path { get; }
}
