namespace DtcGen.Samples.Tests;

/// <summary>
/// Keeps what is written and, once that has a certain text, stops the run: in the very call that wrote it, so that no
/// timing matters.
/// </summary>
internal sealed class WatchedWriter(string? cancelAt, CancellationTokenSource cancel) : StringWriter
{
    public override void Write(char value)
    {
        base.Write(value);
        Look();
    }

    public override void Write(string? value)
    {
        base.Write(value);
        Look();
    }

    public override void Write(char[] buffer, int index, int count)
    {
        base.Write(buffer, index, count);
        Look();
    }

    private void Look()
    {
        if (cancelAt is not null && !cancel.IsCancellationRequested && ToString().Contains(cancelAt, StringComparison.Ordinal))
        {
            cancel.Cancel();
        }
    }
}
