namespace DtcGen.Benchmarks;

/// <summary>Keeps one processor busy until disposed: other work on the machine, as its other processes see it.</summary>
internal sealed class BusyProcessor : IDisposable
{
    private readonly Thread _thread;
    private volatile bool _ended;

    public BusyProcessor()
    {
        _thread = new Thread(Spin);
        _thread.Start();
    }

    public void Dispose()
    {
        _ended = true;
        _thread.Join();
    }

    private void Spin()
    {
        var value = 1.0;
        while (!_ended)
        {
            value = Math.Sqrt(value + 1);
        }

        GC.KeepAlive(value);
    }
}
