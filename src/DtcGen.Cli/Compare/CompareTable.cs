using System.Globalization;
using DtcGen.Cli.Report;
using DtcGen.Cli.Terminal;
using DtcGen.Reports;
using Spectre.Console;

namespace DtcGen.Cli.Compare;

/// <summary>Prints what came out of a comparison.</summary>
internal static class CompareTable
{
    /// <summary>Prints it.</summary>
    /// <param name="console">Where it goes.</param>
    /// <param name="result">What came out.</param>
    public static void Print(IAnsiConsole console, CompareResult result)
    {
        Sizes(console, result);
        Neurons(console, result);
        Layers(console, result);
        Outputs(console, result);
        Latency(console, result);
        foreach (var remark in result.Remarks)
        {
            console.WriteLine(ControlCharacters.OnOneLine(remark));
        }

        foreach (var broken in result.LimitsBroken)
        {
            console.WriteLine($"Limit not kept: {broken}.");
        }
    }

    private static void Sizes(IAnsiConsole console, CompareResult result)
    {
        var (dense, pruned) = (result.Dense, result.Pruned);
        var table = New("", "dense", "pruned", "pruned / dense");
        table.AddRow("file", Markup.Escape(Path.GetFileName(dense.File)), Markup.Escape(Path.GetFileName(pruned.File)), "");
        void Add(string name, long? a, long? b)
            => table.AddRow(
                name,
                Quantity.Exact(a),
                Quantity.Exact(b),
                a > 0 && b is not null ? ((double)b.Value / a.Value).ToString("0.000", CultureInfo.InvariantCulture) : "–");

        Add("parameters", dense.Parameters, pruned.Parameters);
        Add("multiply-adds per sample", dense.MultiplyAdds, pruned.MultiplyAdds);
        Add("bytes on disk", dense.FileBytes, pruned.FileBytes);
        if (result.Outputs.DenseAccuracy is { } before && result.Outputs.PrunedAccuracy is { } after)
        {
            table.AddRow(
                "accuracy",
                Format.Fixed(before),
                Format.Fixed(after),
                before > 0 ? (after / before).ToString("0.000", CultureInfo.InvariantCulture) : "–");
        }

        console.Write(table);
        console.WriteLine();
    }

    private static void Neurons(IAnsiConsole console, CompareResult result)
    {
        foreach (var model in new[] { result.Dense, result.Pruned }.Where(static model => model.Neurons?.Count > 0))
        {
            console.WriteLine(ControlCharacters.OnOneLine($"Neurons in {Path.GetFileName(model.File)}:"));
            foreach (var group in model.Neurons!)
            {
                console.WriteLine(ControlCharacters.OnOneLine($"  {group}"));
            }

            console.WriteLine();
        }
    }

    private static void Layers(IAnsiConsole console, CompareResult result)
    {
        if (result.Layers.Count == 0)
        {
            console.WriteLine("All layers have the same shapes and as many parameters in both.");
            console.WriteLine();
            return;
        }

        var table = New("layer", "dense output", "pruned output", "parameters", "pruned");
        foreach (var layer in result.Layers)
        {
            table.AddRow(
                new Text(ControlCharacters.OnOneLine($"{layer.Name} {layer.Operator}")),
                new Text(ControlCharacters.OnOneLine(layer.DenseShape ?? "not there")),
                new Text(ControlCharacters.OnOneLine(layer.PrunedShape ?? "not there")),
                new Text(Quantity.Exact(layer.DenseParameters)),
                new Text(Quantity.Exact(layer.PrunedParameters)));
        }

        console.Write(table);
        console.WriteLine();
    }

    private static void Outputs(IAnsiConsole console, CompareResult result)
    {
        string Small(double value) => value.ToString("0.00e0", CultureInfo.InvariantCulture);
        var outputs = result.Outputs;
        console.WriteLine($"Outputs on {result.Inputs} ({Quantity.Exact(outputs.Samples)} compared):");
        if (result.Normalization is { } normalization)
        {
            console.WriteLine($"  normalised to (pixel / 255 − mean) / deviation, {normalization}");
        }

        console.WriteLine($"  largest difference {Small(outputs.MaxAbsDifference)} absolute, {Small(outputs.MaxRelDifference)} relative");
        if (!double.IsNaN(outputs.ArgmaxAgreement))
        {
            console.WriteLine($"  argmax agrees in {Quantity.Percent(outputs.ArgmaxAgreement)} of the samples");
        }

        console.WriteLine(
            $"  inputs are paired by {Pairing(outputs.InputsByName)}, outputs by {Pairing(outputs.OutputsByName)}");
        console.WriteLine();
    }

    private static string Pairing(bool byName) => byName ? "name" : "place, since their names differ";

    private static void Latency(IAnsiConsole console, CompareResult result)
    {
        if (result.Latency.Count == 0)
        {
            return;
        }

        console.WriteLine(result.MultiplyAddRatio is { } ratio
            ? $"Latency in milliseconds. The dense model does {Quantity.Times(ratio)} the multiply-adds; the last column is the share of that which the speed-up reaches."
            : "Latency in milliseconds. The ratio of multiply-adds is not known.");
        var table = New("batch", "threads", "dense", "p95", "pruned", "p95", "speed-up", "of ratio");
        foreach (var row in result.Latency)
        {
            table.AddRow(
                $"{row.Batch}",
                $"{row.Threads}",
                Quantity.Milliseconds(row.Dense.Median),
                Quantity.Milliseconds(row.Dense.Percentile95),
                Quantity.Milliseconds(row.Pruned.Median),
                Quantity.Milliseconds(row.Pruned.Percentile95),
                Quantity.Times(row.SpeedUp),
                row.ShareOfMultiplyAddRatio is { } share ? share.ToString("0 %", CultureInfo.InvariantCulture) : "–");
        }

        console.Write(table);
    }

    private static Table New(params string[] columns)
    {
        var table = new Table { Border = TableBorder.Simple };
        for (var i = 0; i < columns.Length; i++)
        {
            var column = new TableColumn(new Text(columns[i])).PadLeft(0).PadRight(1);
            table.AddColumn(i == 0 ? column : column.RightAligned());
        }

        return table;
    }
}
