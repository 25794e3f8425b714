namespace DtcGen.Sweeps;

/// <summary>
/// A lock that ends with its process, however that ends: the system's own lock on an open file. The file itself stays, and means
/// nothing.
/// </summary>
internal sealed class FileLock : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    // EAGAIN on Linux and on macOS, ERROR_SHARING_VIOLATION and ERROR_LOCK_VIOLATION on Windows.
    private static readonly int[] HeldCodes = [11, 35, unchecked((int)0x80070020), unchecked((int)0x80070021)];

    private readonly FileStream _file;

    private FileLock(FileStream file) => _file = file;

    /// <summary>Takes a lock; null when another process, or this one, has it.</summary>
    /// <param name="path">The lock's file.</param>
    /// <exception cref="IOException">The file cannot be opened.</exception>
    public static FileLock? TryTake(string path)
    {
        try
        {
            return new FileLock(new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException e) when (HeldCodes.Contains(e.HResult))
        {
            return null;
        }
    }

    /// <summary>Takes a lock, and waits while another has it.</summary>
    /// <param name="path">The lock's file.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public static async Task<FileLock> TakeAsync(string path, CancellationToken cancellation)
    {
        while (true)
        {
            cancellation.ThrowIfCancellationRequested();
            if (TryTake(path) is { } taken)
            {
                return taken;
            }

            await Task.Delay(Pause, cancellation);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();
}
