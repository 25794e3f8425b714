using System.Diagnostics;

namespace DtcGen.Benchmarks;

/// <summary>samples/InferenceApp as a process of its own, on a free port of this machine.</summary>
internal sealed class ServedApp : IDisposable
{
    private const string Listening = "Now listening on: ";
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(30);
    private readonly Process _process;

    private ServedApp(Process process, Uri address)
    {
        _process = process;
        Address = address;
    }

    public Uri Address { get; }

    /// <summary>What its process holds in memory, in 2^20 bytes.</summary>
    public double ResidentMegabytes
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64 / (double)(1 << 20);
        }
    }

    /// <param name="arguments">The app's options.</param>
    /// <param name="cores">The processors that it may use, as taskset names them; null for all.</param>
    public static async Task<ServedApp> StartAsync(IEnumerable<string> arguments, string? cores = null)
    {
        var app = Path.Combine(AppContext.BaseDirectory, "InferenceApp.dll");
        string[] command = ["dotnet", app, .. arguments, "--urls", "http://127.0.0.1:0"];
        command = cores is null ? command : ["taskset", "-c", cores, .. command];
        var process = Process.Start(new ProcessStartInfo(command[0], command[1..]) { RedirectStandardOutput = true })!;
        using var limit = new CancellationTokenSource(StartLimit);
        try
        {
            while (await process.StandardOutput.ReadLineAsync(limit.Token) is { } line)
            {
                var at = line.IndexOf(Listening, StringComparison.Ordinal);
                if (at >= 0)
                {
                    // What it writes later is read too, or it would wait for a reader.
                    _ = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
                    return new ServedApp(process, new Uri(line[(at + Listening.Length)..].Trim()));
                }
            }

            throw new InvalidOperationException("The app ended before it listened; what it says is above.");
        }
        catch
        {
            process.Kill();
            process.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
    }
}
