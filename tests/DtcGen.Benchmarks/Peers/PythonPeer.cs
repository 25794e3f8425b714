using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json;

namespace DtcGen.Benchmarks;

/// <summary>PyTorch, and what is written for it, in a Python of its own, where the machine has it.</summary>
internal sealed class PythonPeer
{
    // Debian's own first: that is the one apt-get install serves.
    private static readonly string[] Interpreters = ["/usr/bin/python3", "python3", "python"];

    private readonly string _interpreter;

    private PythonPeer(string interpreter, string name)
    {
        _interpreter = interpreter;
        Name = name;
    }

    /// <summary>The name and version that results are labelled with.</summary>
    public string Name { get; }

    /// <summary>The first Python that has torch, or null with a line that says how to get it.</summary>
    public static PythonPeer? FindPyTorch() => Find("python3-torch libopenblas0-pthread");

    /// <summary>The first Python that has onnx, or null with a line that says how to get it.</summary>
    public static PythonPeer? FindOnnx() => Find("python3-onnx", "--onnx");

    /// <summary>The first Python that has torch and can load Torch-Pruning, or null with a line that says how to get them.</summary>
    /// <param name="folder">The folder of its work tree, or null.</param>
    public static PythonPeer? FindTorchPruning(string? folder)
    {
        if (folder is null)
        {
            Console.WriteLine(
                "Nothing is compared with Torch-Pruning: check out github.com/VainF/Torch-Pruning and give --torch-pruning DIR.");
            return null;
        }

        return Find("python3-torch libopenblas0-pthread", "--torch-pruning", folder);
    }

    /// <summary>Runs one of the scripts and returns the times that it printed, by name of the work.</summary>
    /// <exception cref="InvalidOperationException">The script failed.</exception>
    public Dictionary<string, List<double>> Measure(string script, int threads, params string[] arguments)
    {
        var output = Run(_interpreter, script, ["--threads", threads.ToString(Number.Invariant), .. arguments], threads)
            ?? throw new InvalidOperationException($"{script} failed; its message is above.");
        return JsonSerializer.Deserialize<Dictionary<string, List<double>>>(output)!;
    }

    private static PythonPeer? Find(string packages, params string[] arguments)
    {
        foreach (var interpreter in Interpreters)
        {
            if (Run(interpreter, "about.py", arguments, threads: 1) is { } name)
            {
                return new PythonPeer(interpreter, name.Trim());
            }
        }

        Console.WriteLine("Nothing is compared: no Python of this machine has what that needs"
            + $" (Debian: apt-get install {packages}). What each of them said is above.");
        return null;
    }

    private static string? Run(string interpreter, string script, string[] arguments, int threads)
    {
        try
        {
            var start = new ProcessStartInfo(interpreter, [Path.Combine(AppContext.BaseDirectory, "Peers", script), .. arguments])
            {
                RedirectStandardOutput = true,
            };

            // As ours. OpenBLAS has threads of its own, which torch.set_num_threads does not reach.
            start.Environment["OMP_WAIT_POLICY"] = "passive";
            start.Environment["MALLOC_TRIM_THRESHOLD_"] = $"{int.MaxValue}";
            start.Environment["MALLOC_MMAP_THRESHOLD_"] = $"{32 << 20}";
            start.Environment["OPENBLAS_NUM_THREADS"] = threads.ToString(Number.Invariant);

            using var process = Process.Start(start)!;
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0 ? output : null;
        }
        catch (Win32Exception)
        {
            return null;
        }
    }
}
