using DtcGen.Cli.Models;
using DtcGen.Cli.Report;
using DtcGen.Cli.Terminal;
using Spectre.Console;

namespace DtcGen.Cli.Inspect;

/// <summary>Prints what is to be said of a model file.</summary>
internal static class InspectTable
{
    // From here on all digits of the counts find room.
    private const int WideEnough = 110;

    /// <summary>Prints it.</summary>
    /// <param name="console">Where it goes.</param>
    /// <param name="result">What is to be said.</param>
    /// <param name="all">Whether nodes that only compute shapes are listed too.</param>
    public static void Print(IAnsiConsole console, InspectResult result, bool all)
    {
        Facts(console, result);
        console.WriteLine();
        Layers(console, result, all);
        console.WriteLine();
        console.WriteLine($"Operators: {ControlCharacters.OnOneLine(string.Join(", ", result.Operators.Select(o => $"{o.Key} {o.Value}")))}");
        foreach (var remark in Remarks(result, all))
        {
            console.WriteLine(ControlCharacters.OnOneLine(remark));
        }
    }

    /// <summary>What a reader of the table should know beyond it.</summary>
    /// <param name="result">What is to be said.</param>
    /// <param name="all">Whether nodes that only compute shapes are listed too.</param>
    public static IEnumerable<string> Remarks(InspectResult result, bool all)
    {
        var hidden = all ? 0 : result.Layers.Count(l => l.ShapeArithmetic);
        if (hidden > 0)
        {
            yield return $"{hidden} nodes that only compute shapes are not listed; --all lists them.";
        }

        foreach (var why in result.Layers.Where(l => l.ShapeUnknown is not null).GroupBy(l => l.ShapeUnknown!))
        {
            yield return $"Shapes unknown in {Which(why)}: {why.Key.TrimEnd('.')}.";
        }

        foreach (var why in result.Layers.Where(l => l.Unknown is not null && l.OpenSizes.Count == 0).GroupBy(l => l.Unknown!))
        {
            yield return $"Multiply-adds unknown in {Which(why)}: {why.Key.TrimEnd('.')}.";
        }

        var open = result.Layers.Where(l => l.OpenSizes.Count > 0).ToArray();
        if (open.Length > 0)
        {
            yield return $"Multiply-adds unknown in {Which(open)}: {DimensionSizes.Wanted(open)}";
        }

        if (result.Totals.ZeroParameters is null)
        {
            yield return "Zero parameters in data files are not counted; --zeros counts them.";
        }

        if (result.Totals.UnusedTensors > 0)
        {
            yield return $"{result.Totals.UnusedTensors} stored tensors are used by no node.";
        }
    }

    private static string Which(IEnumerable<InspectLayer> layers)
        => layers.Count() == 1 ? layers.First().Name : $"{layers.Count()} nodes, the first {layers.First().Name}";

    private static void Facts(IAnsiConsole console, InspectResult result)
    {
        var grid = new Grid()
            .AddColumn(new GridColumn().NoWrap().PadLeft(0).PadRight(2))
            .AddColumn(new GridColumn().PadLeft(0).PadRight(0));
        void Add(string name, string value)
        {
            if (value.Length > 0)
            {
                grid.AddRow(new Text(name, new Style(decoration: Decoration.Bold)), new Text(value));
            }
        }

        Add("file", $"{ControlCharacters.OnOneLine(string.Join(", ", result.DataFiles.Prepend(result.File)))} ({Quantity.Exact(result.Totals.FileBytes)} bytes)");
        Add("model", ControlCharacters.OnOneLine(result.Name));
        Add("about", result.Description);
        Add("written by", ControlCharacters.OnOneLine(result.Producer));
        Add(
            "operator set",
            string.Join(", ", result.Opsets.Select(o => o.Key == "ai.onnx" ? $"{o.Value}" : $"{o.Key} {o.Value}"))
                + $" (file format version {result.IrVersion})");
        Add("inputs", Lines(result.Inputs));
        Add("outputs", Lines(result.Outputs));
        Add("neurons", Lines(result.NeuronsInWords));
        Add("metadata", Lines(result.MetadataInWords));
        console.Write(grid);
    }

    private static string Lines<T>(IEnumerable<T> items) => string.Join('\n', items.Select(static item => ControlCharacters.OnOneLine($"{item}")));

    private static void Layers(IAnsiConsole console, InspectResult result, bool all)
    {
        Func<long?, string> number = console.Profile.Width >= WideEnough ? Quantity.Exact : Quantity.Short;
        var table = new Table { Border = TableBorder.Simple };
        table.AddColumn(Column("layer"));
        table.AddColumn(Column("operator"));
        table.AddColumn(Column("output"));
        foreach (var name in (string[])["parameters", "zero", "multiply-adds", "bytes"])
        {
            table.AddColumn(Column(name).RightAligned().NoWrap());
        }

        foreach (var layer in result.Layers.Where(l => all || !l.ShapeArithmetic))
        {
            var weights = layer.Parameters > 0;
            table.AddRow(
                new Text(ControlCharacters.OnOneLine(layer.Name)),
                new Text(ControlCharacters.OnOneLine(layer.Operator)),
                new Text(ControlCharacters.OnOneLine(layer.ShapeText)),
                new Text(weights ? number(layer.Parameters) : string.Empty),
                new Text(weights ? Quantity.Percent(layer.ZeroParameters, layer.Parameters) : string.Empty),
                new Text(layer.MultiplyAdds == 0 ? string.Empty : number(layer.MultiplyAdds)),
                new Text(layer.Bytes > 0 ? number(layer.Bytes) : string.Empty));
        }

        var totals = result.Totals;
        table.Columns[0].Footer = new Text("total");
        table.Columns[3].Footer = new Text(number(totals.Parameters));
        table.Columns[4].Footer = new Text(Quantity.Percent(totals.ZeroParameters, totals.Parameters));
        table.Columns[5].Footer = new Text(Total(totals, number));
        table.Columns[6].Footer = new Text(number(totals.WeightBytes));
        console.Write(table);
    }

    /// <summary>The multiply-adds of all layers; where some are unknown, at least those of the others.</summary>
    /// <param name="totals">The sums.</param>
    /// <param name="number">How a number is written.</param>
    public static string Total(InspectTotals totals, Func<long?, string> number)
        => totals.MultiplyAdds is null ? $"≥ {number(totals.KnownMultiplyAdds)}" : number(totals.MultiplyAdds);

    private static TableColumn Column(string name) => new TableColumn(new Text(name)).PadLeft(0).PadRight(1);
}
