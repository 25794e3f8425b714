using System.Diagnostics;
using Xunit.Abstractions;

namespace DtcGen.Onnx.Tests;

/// <summary>ONNX's own checker and shape inference, where Python has the onnx package, over a file of every operation.</summary>
public sealed class PythonCheckerTests(ITestOutputHelper output)
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

    [Fact]
    public void It_finds_no_fault()
    {
        string folder = Directory.CreateTempSubdirectory("dtcgen-onnx-").FullName;
        try
        {
            int number = 0;
            foreach (OperationCase operation in OperationTests.Cases)
            {
                foreach (int opset in new[] { 13, 15, 17, 18, 21 })
                {
                    operation.Export(opset).Save(Path.Combine(folder, $"{number++:000}-{opset}.onnx"));
                }
            }

            string? report = RunPython(folder);
            if (report is null)
            {
                output.WriteLine("Not checked: python3 with the onnx package is not installed (Debian: apt-get install python3-onnx).");
                return;
            }

            output.WriteLine(report);
            Assert.DoesNotContain("FAILED", report, StringComparison.Ordinal);
            Assert.Contains("checked", report, StringComparison.Ordinal);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string? RunPython(string folder)
    {
        foreach (string python in new[] { "python3", "/usr/bin/python3" })
        {
            if (Run(python, ["-c", "import onnx"]) is { ExitCode: 0 })
            {
                return Run(python, ["-c", Script, folder])!.Value.Output;
            }
        }

        return null;
    }

    private static (int ExitCode, string Output)? Run(string program, string[] arguments)
    {
        try
        {
            using Process process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            Task<string> errors = process.StandardError.ReadToEndAsync();
            string text = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return (process.ExitCode, text + errors.Result);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }
}
