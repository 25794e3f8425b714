using System.Diagnostics;
using System.Text.Json;

namespace DtcGen.Benchmarks;

/// <summary>PyTorch in a Python of its own, when the machine has it (Debian: python3-torch with libopenblas0-pthread).</summary>
internal sealed class PyTorch
{
    private static readonly string[] Interpreters = ["/usr/bin/python3", "python3", "python"];

    private readonly string interpreter;

    private PyTorch(string interpreter, string version)
    {
        this.interpreter = interpreter;
        Name = $"PyTorch {version}";
    }

    /// <summary>The name and version that results are labelled with.</summary>
    public string Name { get; }

    /// <summary>The first Python that has torch, or null with a line that says how to get it.</summary>
    public static PyTorch? Find()
    {
        foreach (string interpreter in Interpreters)
        {
            if (Run(interpreter, ["-c", "import torch; print(torch.__version__)"]) is { } version)
            {
                return new PyTorch(interpreter, version.Trim());
            }
        }

        Console.WriteLine("No Python with torch is on this machine, so nothing is compared with it (Debian: apt-get install python3-torch libopenblas0-pthread).");
        return null;
    }

    /// <summary>Runs a piece of the peer script and returns what it measured.</summary>
    /// <exception cref="InvalidOperationException">The script failed.</exception>
    public JsonElement Measure(string work, int threads, string? data = null)
    {
        List<string> arguments = [Path.Combine(AppContext.BaseDirectory, "Peers", "pytorch_peer.py"), work, "--threads", $"{threads}"];
        if (data is not null)
        {
            arguments.AddRange(["--data", data]);
        }

        string output = Run(interpreter, arguments, threads) ?? throw new InvalidOperationException($"The PyTorch script failed at '{work}'; its message is above.");
        using JsonDocument document = JsonDocument.Parse(output);
        return document.RootElement.Clone();
    }

    private static string? Run(string interpreter, IEnumerable<string> arguments, int? threads = null)
    {
        try
        {
            ProcessStartInfo start = new(interpreter, arguments) { RedirectStandardOutput = true };
            if (threads is { } count)
            {
                // OpenBLAS has threads of its own, which torch.set_num_threads does not reach.
                start.Environment["OPENBLAS_NUM_THREADS"] = $"{count}";
            }

            using Process process = Process.Start(start)!;
            string output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0 ? output : null;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }
}
