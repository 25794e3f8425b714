using System.Security.Cryptography;

namespace DtcGen.Samples.InferenceApp;

/// <summary>
/// One version of a model. It is disposed when it was retired and its last user is done, so that a batch under way
/// ends on the version it began with.
/// </summary>
internal sealed class LoadedModel
{
    private const int VersionDigits = 12;
    private readonly Lock _guard = new();
    private int _users;
    private bool _retired;

    /// <param name="file">The content of the model's file.</param>
    /// <param name="load">Loads it.</param>
    /// <exception cref="BadModelException">It cannot be served.</exception>
    public LoadedModel(byte[] file, Func<byte[], IClassifier> load)
    {
        File = file;
        Version = VersionOf(file);
        Classifier = load(file);
    }

    public IClassifier Classifier { get; }

    /// <summary>The content of its file.</summary>
    public byte[] File { get; }

    /// <summary>The beginning of the file's SHA-256 sum: equal files have equal versions.</summary>
    public string Version { get; }

    public DateTimeOffset LoadedAt { get; } = DateTimeOffset.UtcNow;

    /// <summary>Whether its memory is released.</summary>
    public bool Disposed { get; private set; }

    public static string VersionOf(byte[] file) => Convert.ToHexStringLower(SHA256.HashData(file))[..VersionDigits];

    /// <summary>Keeps it alive until <see cref="Release"/>.</summary>
    /// <returns>False when it is retired: there is a newer version.</returns>
    public bool TryUse()
    {
        lock (_guard)
        {
            _users += _retired ? 0 : 1;
            return !_retired;
        }
    }

    public void Release() => DisposeAfter(() => _users--);

    /// <summary>Lets it go when its last user is done.</summary>
    public void Retire() => DisposeAfter(() => _retired = true);

    private void DisposeAfter(Action change)
    {
        lock (_guard)
        {
            change();
            if (!_retired || _users > 0 || Disposed)
            {
                return;
            }

            Disposed = true;
        }

        Classifier.Dispose();
    }
}
