namespace DtcGen.Sweeps;

/// <summary>What ties a cell's process to the one that started it.</summary>
internal static class Supervision
{
    /// <summary>
    /// Listens to the standard input. When it ends, the cell is asked to stop; if it does not, the process ends.
    /// </summary>
    /// <param name="stop">What asks it to stop.</param>
    public static void Begin(CancellationTokenSource stop)
    {
        var input = Console.OpenStandardInput();
        new Thread(() =>
        {
            try
            {
                while (input.ReadByte() >= 0)
                {
                }
            }
            catch (IOException)
            {
                // The same as its end.
            }

            try
            {
                stop.Cancel();
            }
            catch (ObjectDisposedException)
            {
                return;
            }

            Thread.Sleep(CellProcess.TimeToStop);
            Environment.Exit(SweepExitCode.Stopped);
        })
        {
            IsBackground = true,
        }.Start();
    }
}
