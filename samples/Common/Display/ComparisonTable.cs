using System.Globalization;
using Spectre.Console;

namespace DtcGen.Samples;

/// <summary>Dense and pruned side by side.</summary>
internal static class ComparisonTable
{
    public static Table Create(ModelResult dense, ModelResult pruned)
    {
        Table table = new Table { Border = TableBorder.Simple }
            .AddColumn("")
            .AddColumn(new TableColumn("dense").RightAligned())
            .AddColumn(new TableColumn("pruned").RightAligned())
            .AddColumn(new TableColumn("dense / pruned").RightAligned());
        Row("neurons", dense.Neurons, pruned.Neurons, "N0");
        Row("parameters", dense.Parameters, pruned.Parameters, "N0");
        Row("multiply-adds per image", dense.MultiplyAdds, pruned.MultiplyAdds, "N0");
        Row("ONNX file, bytes", dense.OnnxBytes, pruned.OnnxBytes, "N0");
        table.AddRow("accuracy", Number(dense.Accuracy, "F4"), Number(pruned.Accuracy, "F4"), Number(pruned.Accuracy - dense.Accuracy, "+0.0000;-0.0000"));
        Row("latency at batch 1, ms", dense.LatencyMsBatch1, pruned.LatencyMsBatch1, "F4");
        Row("latency at batch 512, ms", dense.LatencyMsBatch512, pruned.LatencyMsBatch512, "F4");
        return table;

        void Row(string name, double? denseValue, double? prunedValue, string format) => table.AddRow(
            name, Number(denseValue, format), Number(prunedValue, format), Number(denseValue / prunedValue, "F2"));
    }

    private static string Number(double? value, string format) => value?.ToString(format, CultureInfo.InvariantCulture) ?? "-";
}
