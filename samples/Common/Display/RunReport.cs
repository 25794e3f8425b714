using System.Globalization;
using Spectre.Console;

namespace DtcGen.Samples;

/// <summary>What a finished run says at its end.</summary>
internal static class RunReport
{
    public static void Write(IAnsiConsole console, RunResult result, OutputFolder folder)
    {
        console.WriteLine();
        console.Write(ComparisonTable.Create(result.Dense!, result.Pruned!, result.Compressibility.Dense!, result.Compressibility.Pruned!));
        var weights = result.Compressibility;
        console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"* With weights below {weights.Threshold:P0} of their layer's largest set to zero; the files hold the weights {(weights.Exported ? "after" : "before")} that. Entropy and bytes: quantised in 127 steps each way."));
        if (result.Control is { } control)
        {
            console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"Trained on instead of compressed, for as long ({control.Epochs} epochs, {control.Seconds:F0} s beside {result.Seconds.Compress:F0} s), the dense network reaches an accuracy of {control.Accuracy:F4}."));
        }

        var parity = result.Parity!;
        console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"Parity {(parity.Passed ? "passed" : "FAILED")}: on {parity.Samples:N0} test images ONNX Runtime's outputs differ from the networks' by at most {parity.MaxAbsDifference:0.0e+00} (tolerance {parity.Tolerance:0e+00}); same class on {parity.ArgmaxAgreement:P2} of them."));
        console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"Data: {result.Dataset} ({result.DataOrigin})."));
        console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"Written to {folder.Path}: dense.onnx, pruned.onnx, result.json. {result.Seconds.Total:F1} s in all."));
    }
}
