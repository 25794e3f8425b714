using System.Globalization;
using Spectre.Console;

namespace DtcGen.Samples;

/// <summary>Dense and pruned side by side.</summary>
internal static class ComparisonTable
{
    public static Table Create(ModelResult dense, ModelResult pruned, WeightsResult denseWeights, WeightsResult prunedWeights)
    {
        var table = new Table { Border = TableBorder.Simple }
            .AddColumn("")
            .AddColumn(new TableColumn("dense").RightAligned())
            .AddColumn(new TableColumn("pruned").RightAligned())
            .AddColumn(new TableColumn("dense / pruned").RightAligned());
        Row("neurons", dense.Neurons, pruned.Neurons, "N0");
        Row("parameters", dense.Parameters, pruned.Parameters, "N0");
        Row("multiply-adds per image", dense.MultiplyAdds, pruned.MultiplyAdds, "N0");
        Row("ONNX file, bytes", dense.OnnxBytes, pruned.OnnxBytes, "N0");
        Difference("accuracy", dense.Accuracy, pruned.Accuracy);
        Row("latency at batch 1, ms", dense.LatencyMsBatch1, pruned.LatencyMsBatch1, "F4");
        Row("latency at batch 512, ms", dense.LatencyMsBatch512, pruned.LatencyMsBatch512, "F4");
        table.AddEmptyRow();
        Row("weights not zero *", denseWeights.NonZeros, prunedWeights.NonZeros, "N0");
        Difference("sparsity of weights *", denseWeights.Sparsity, prunedWeights.Sparsity);
        Row("entropy, bits per weight *", denseWeights.BitsPerWeight, prunedWeights.BitsPerWeight, "F3");
        Row("weights by DEFLATE, bytes *", denseWeights.DeflateBytes, prunedWeights.DeflateBytes, "N0");
        Row("weights by entropy, bytes *", denseWeights.EntropyBytes, prunedWeights.EntropyBytes, "N0");
        Difference("accuracy *", denseWeights.Accuracy, prunedWeights.Accuracy);
        return table;

        void Difference(string name, double denseValue, double prunedValue) => table.AddRow(
            name, Number(denseValue, "F4"), Number(prunedValue, "F4"), Number(prunedValue - denseValue, "+0.0000;-0.0000"));

        void Row(string name, double? denseValue, double? prunedValue, string format) => table.AddRow(
            name, Number(denseValue, format), Number(prunedValue, format), Number(denseValue / prunedValue, "F2"));
    }

    private static string Number(double? value, string format) => value?.ToString(format, CultureInfo.InvariantCulture) ?? "-";
}
