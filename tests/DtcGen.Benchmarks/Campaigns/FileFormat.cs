namespace DtcGen.Benchmarks;

/// <summary>A kind of file that the product reads.</summary>
/// <param name="Name">What the table calls it.</param>
/// <param name="Sample">A good file.</param>
/// <param name="Read">Reads the file of a path, as a user's program does.</param>
/// <param name="IsRefusal">Whether an exception is one that says what is wrong with the file.</param>
/// <param name="Repair">Makes the checksums of a damaged file right again, so that what lies behind them is met; null for none.</param>
internal sealed record FileFormat(
    string Name, byte[] Sample, Action<string> Read, Func<Exception, bool> IsRefusal, Func<byte[], byte[]>? Repair = null);
