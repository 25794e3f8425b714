namespace DtcGen.Samples;

/// <summary>Calls an action at once, on the thread that reports.</summary>
internal sealed class Reporter<T>(Action<T> report) : IProgress<T>
{
    public void Report(T value) => report(value);
}
