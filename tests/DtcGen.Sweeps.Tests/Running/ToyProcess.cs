using System.Collections.Concurrent;
using System.Diagnostics;
using System.Runtime.InteropServices;

namespace DtcGen.Sweeps.Tests;

/// <summary>The tests' sweep program, as a process.</summary>
internal sealed partial class ToyProcess : IDisposable
{
    /// <summary>SIGTERM.</summary>
    public const int Terminate = 15;

    private const int Interrupt = 2;

    // Not how long it takes: how long a test that hangs goes on.
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);

    private readonly Process _process;
    private readonly ConcurrentQueue<string> _output = [];
    private readonly Task _read;

    private ToyProcess(string[] args, string? slurm)
    {
        var start = new ProcessStartInfo(Program[0])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        foreach (var argument in Program.Skip(1).Concat(args))
        {
            start.ArgumentList.Add(argument);
        }

        if (slurm is not null)
        {
            start.Environment["SLURM_CONF"] = slurm;
        }

        _process = Process.Start(start)!;
        _read = Task.WhenAll(ReadAsync(_process.StandardOutput), ReadAsync(_process.StandardError));
    }

    public static string[] Program { get; } =
    [
        Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", Path.Combine(AppContext.BaseDirectory, "toysweep.dll"),
    ];

    public int Id => _process.Id;

    public bool HasEnded => _process.HasExited;

    /// <summary>What it has printed.</summary>
    public string Output => string.Join('\n', _output);

    /// <summary>Starts one.</summary>
    /// <param name="args">A command line, split at blanks.</param>
    /// <param name="folder">Its --out.</param>
    /// <param name="slurm">Slurm's configuration, where it is to have one.</param>
    public static ToyProcess Start(string args, string? folder, string? slurm = null)
        => new([.. args.Split(' '), .. folder is null ? [] : (string[])["--out", folder]], slurm);

    /// <summary>Runs one to its end.</summary>
    /// <param name="args">A command line, split at blanks.</param>
    /// <param name="folder">Its --out.</param>
    /// <param name="slurm">Slurm's configuration, where it is to have one.</param>
    public static (int Code, string Output) Run(string args, string? folder, string? slurm = null)
    {
        using var toy = Start(args, folder, slurm);
        return (toy.WaitForEnd(), toy.Output);
    }

    public int WaitForEnd()
    {
        Assert.True(_process.WaitForExit(Limit), $"It does not end; it said\n{Output}");
        _read.Wait();
        return _process.ExitCode;
    }

    /// <summary>As Ctrl-C does to it alone.</summary>
    public void SendInterrupt() => Assert.Equal(0, Signal(_process.Id, Interrupt));

    /// <summary>SIGKILL.</summary>
    /// <param name="withCells">Whether the cells' processes go too.</param>
    public void Kill(bool withCells)
    {
        _process.Kill(withCells);
        _process.WaitForExit();
    }

    /// <summary>The processes of cells, on Linux.</summary>
    public IReadOnlyList<int> Cells() => !OperatingSystem.IsLinux() ? [] :
    [
        .. Directory.GetDirectories("/proc").Select(Path.GetFileName).Where(static n => char.IsDigit(n![0])).Select(int.Parse!)
            .Where(id => Parent(id) == Id),
    ];

    /// <summary>Waits until something holds, or the program has ended.</summary>
    /// <param name="condition">What is to hold.</param>
    public void WaitUntil(Func<bool> condition)
    {
        while (!HasEnded && !condition())
        {
            Thread.Sleep(20);
        }
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            Kill(withCells: true);
        }

        _process.Dispose();
    }

    private static int Parent(int id)
    {
        try
        {
            // Its name, in parentheses, may hold anything.
            var stat = File.ReadAllText($"/proc/{id}/stat");
            return int.Parse(stat[(stat.LastIndexOf(')') + 2)..].Split(' ')[1]);
        }
        catch (IOException)
        {
            return 0;
        }
    }

    private async Task ReadAsync(StreamReader reader)
    {
        while (await reader.ReadLineAsync() is { } line)
        {
            _output.Enqueue(line);
        }
    }

    /// <summary>Sends a signal.</summary>
    [LibraryImport("libc", EntryPoint = "kill")]
    public static partial int Signal(int process, int signal);
}
