using System.Diagnostics;
using System.Globalization;

namespace DtcGen.Sweeps.Toy;

/// <summary>Figures out of a random generator, after a while, and the misfortunes that the tests ask for.</summary>
/// <param name="options">
/// pause=N: milliseconds for each of a cell's epochs. fail=N: the cell that throws. die=N: the cell that kills its own process, the first
/// time; dies=N: every time. seeds=N, epochs=N: the sweep's.
/// </param>
internal sealed class Toy(IReadOnlyDictionary<string, string> options)
{
    public int Seeds => Number("seeds", 4);

    public string Epochs => options.GetValueOrDefault("epochs", "5");

    public async Task<Figures> Measure(Cell cell)
    {
        if (cell.Number == Number("fail", -1))
        {
            throw new InvalidOperationException($"The toy of {cell} is broken.");
        }

        var died = Path.Combine(cell.Folder, "died");
        if (cell.Number == Number("dies", -1) || (cell.Number == Number("die", -1) && !File.Exists(died)))
        {
            File.WriteAllText(died, "once");
            Process.GetCurrentProcess().Kill();
        }

        var isDtc = cell.Get<string>("criterion") == "dtc";
        var random = new Random((2 * cell.Seed) + (isDtc ? 1 : 0));
        var loss = new List<double>();
        var epochs = int.Parse(Epochs, CultureInfo.InvariantCulture);
        for (var epoch = 0; epoch < epochs; epoch++)
        {
            await Task.Delay(Number("pause", 0), cell.Cancellation);
            loss.Add((1 / (1.0 + epoch)) + (0.1 * random.NextDouble()));
            cell.Report((epoch + 1.0) / epochs, $"epoch {epoch + 1} of {epochs}");
        }

        Console.WriteLine($"the toy of {cell} says so");
        var accuracy = 0.9 + (isDtc ? 0.02 : 0) + (0.05 * cell.Get<double>("budget")) + (0.01 * random.NextDouble());
        return new Figures { { "accuracy", accuracy }, { "loss by epoch", loss } };
    }

    private int Number(string name, int standard)
        => options.TryGetValue(name, out var text) ? int.Parse(text, CultureInfo.InvariantCulture) : standard;
}
