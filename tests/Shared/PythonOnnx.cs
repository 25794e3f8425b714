using System.Diagnostics;
using Xunit.Abstractions;

namespace DtcGen.Tests.Shared;

/// <summary>ONNX's own checker, with its shape inference, where Python has the onnx package (Debian: python3-onnx).</summary>
internal static class PythonOnnx
{
    private const string Script = """
        import glob, sys, onnx
        newest = onnx.defs.onnx_opset_version()
        count = 0
        for path in sorted(glob.glob(sys.argv[1] + '/*.onnx')):
            model = onnx.load(path)
            if model.opset_import[0].version > newest:
                continue
            try:
                onnx.checker.check_model(path, full_check=True)
                inferred = onnx.shape_inference.infer_shapes(model, strict_mode=True, data_prop=True)
                onnx.checker.check_model(inferred)
            except Exception as error:
                print('FAILED', path, error)
            count += 1
        print('checked', count, 'files with onnx', onnx.__version__)
        """;

    /// <summary>Checks every .onnx file of a folder whose operator set the package knows.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="output">Where to say what was checked, or why nothing was.</param>
    public static void Check(string folder, ITestOutputHelper output)
    {
        if (Find(output) is not { } python)
        {
            return;
        }

        var report = Run(python, "-c", Script, folder)!.Value.Output;
        output.WriteLine(report);
        Assert.DoesNotContain("FAILED", report, StringComparison.Ordinal);
        Assert.Matches("checked [1-9]", report);
    }

    /// <summary>What a Python script with the package prints.</summary>
    /// <param name="script">The script.</param>
    /// <param name="output">Where to say why it was not run.</param>
    /// <param name="arguments">What it is given.</param>
    /// <returns>The lines; null where the package is missing.</returns>
    public static string[]? Lines(string script, ITestOutputHelper output, params string[] arguments)
    {
        if (Find(output) is not { } python)
        {
            return null;
        }

        var (exitCode, text) = Run(python, ["-c", script, .. arguments])!.Value;
        Assert.True(exitCode == 0, text);
        return text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    private static string? Find(ITestOutputHelper output)
    {
        // The package is looked for and not imported, which takes a second.
        var python = new[] { "python3", "/usr/bin/python3" }.FirstOrDefault(
            static name => Run(name, "-c", "import importlib.util, sys; sys.exit(importlib.util.find_spec('onnx') is None)") is { ExitCode: 0 });
        if (python is null)
        {
            output.WriteLine("Not checked: python3 with the onnx package is not installed (Debian: apt-get install python3-onnx).");
        }

        return python;
    }

    private static (int ExitCode, string Output)? Run(string program, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(
                new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            var errors = process.StandardError.ReadToEndAsync();
            var text = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return (process.ExitCode, text + errors.Result);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }
}
