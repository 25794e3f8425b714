namespace DtcGen.Tests.Training;

/// <summary>Progress that is told at once, on the thread that tells it.</summary>
internal sealed class Direct<T>(Action<T> report) : IProgress<T>
{
    public void Report(T value) => report(value);
}
