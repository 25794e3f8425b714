using System.Globalization;
using System.Text;

namespace DtcGen.Samples.Paper;

/// <summary>Writes the findings as one Markdown page; every number and verdict in it is computed.</summary>
/// <param name="results">What was measured.</param>
/// <param name="name">The page's name, which its figures' names start with.</param>
internal sealed class FindingsPage(IReadOnlyDictionary<StudiedReading, PaperResult> results, string name)
{
    private static readonly int[] ShownNeurons = [460, 243, 127, 51, 25, 9];
    private readonly StringBuilder _page = new();

    /// <summary>The page's text.</summary>
    public string Write()
    {
        Introduction();
        InShort();
        Reproduction();
        Disagreements();
        Methods(StudiedReading.Published, "Does DTC beat magnitude and random, as published?");
        Methods(StudiedReading.Described, "Does DTC beat magnitude and random, as described?");
        Caveats();
        return _page.ToString();
    }

    private static string Line(FormattableString text) => FormattableString.Invariant(text);

    private static string Band(ConfidenceBand band)
        => $"{Format.Fixed(band.Mean)} ({Format.Fixed(band.Lower)} to {Format.Fixed(band.Upper)})";

    private static string Signed(ConfidenceBand band)
        => $"{Format.Signed(band.Mean)} ({Format.Signed(band.Lower)} to {Format.Signed(band.Upper)})";

    private static string PValue(double p) => p < 0.0001 ? "< 0.0001" : p.ToString("0.0000", CultureInfo.InvariantCulture);

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];

    private void Add(string line = "") => _page.Append(line).Append('\n');

    private void Row(IEnumerable<string> cells) => Add($"| {string.Join(" | ", cells)} |");

    private void Head(params string[] cells)
    {
        Row(cells);
        Row(cells.Select(_ => "---"));
    }

    private void Introduction()
    {
        var published = results[StudiedReading.Published];
        Add("# The paper's experiment, run again");
        Add();
        Add(Line(
            $"arXiv:2505.23869 trains a network with 512 neurons between two layers on {published.DataName}, clips a tenth of the neurons, tests, and repeats for 34 cycles, by three methods: magnitude, random and dual tomographic compression (DTC). This page is written by"));
        Add();
        Add("```");
        Add(Line(
            $"dotnet run -c Release --project samples/Paper -- findings --data DIR --work DIR --out docs/findings.md --seeds {published.Seeds.Count}"));
        Add("```");
        Add();
        Add(Line(
            $"Intervals are 95 % confidence intervals over {published.Seeds.Count} seeds (Student's t). A seed sets the initial weights, the measurement matrix and the order of the batches, the same for all methods; the first seed and order are the published ones. p-values are of paired t-tests, corrected by Holm within their table or list; differences with p < {Comparison.Level} are called findings. {SeriesJson.Attribution}"));
        Add();
    }

    private void InShort()
    {
        var published = results[StudiedReading.Published];
        double[] distances = [.. published.Methods.Select(m => ClosenessOf(m).MeanAbsolute)];
        string[] moved = [
            .. ChangesToDtc()
                .Where(c => c.P < Comparison.Level && StudiedReading.OneChange.Contains(c.Reading))
                .Select(c => $"{c.Reading.Title} ({Format.Signed(c.Difference.Mean)})")
        ];
        Add("In short:");
        Add();
        Add($"- Over the first {Closeness.Cycles} cycles, as published and with the published seed, the methods lie {Format.Fixed(distances.Min())} to {Format.Fixed(distances.Max())} from the paper's accuracies on average.");
        Add($"- As published. {Sentences.WholeCurve(published.Statistics!)}");
        Add($"- As described. {Sentences.WholeCurve(results[StudiedReading.Described].Statistics!)}");
        Add(moved.Length == 0
            ? "- No single disagreement between text and numbers moves DTC's accuracy, averaged over all cycles, by an amount that can be told from none."
            : $"- Of the disagreements between text and numbers, taken one at a time, these move DTC's accuracy averaged over all cycles: {string.Join(", ", moved)}. The others cannot be told from none.");
        Add();
    }

    private Closeness ClosenessOf(PaperMethod method) => Closeness.Of(
        [.. results[StudiedReading.Published].First(method).Cycles.Select(c => c.Accuracy)], SeriesJson.Published.Accuracy[method.Key()]);

    // Against DTC as published, by the accuracy averaged over all cycles, corrected together.
    private List<(StudiedReading Reading, ConfidenceBand Difference, double P)> ChangesToDtc()
    {
        StudiedReading[] changed = [.. StudiedReading.OneChange, StudiedReading.Described];
        var reference = Averages(StudiedReading.Published);
        double[][] differences = [.. changed.Select(r => Averages(r).Zip(reference, (a, b) => a - b).ToArray())];
        var p = Holm.Adjust([.. differences.Select(PairedTTest.PValue)]);
        return [.. changed.Select((reading, i) => (reading, ConfidenceBand.Of(differences[i]), p[i]))];

        double[] Averages(StudiedReading reading) => [.. results[reading].Accuracy()[PaperMethod.Dtc].Select(r => r.Average())];
    }

    private void Reproduction()
    {
        var result = results[StudiedReading.Published];
        var ours = SeriesBuilder.Build(result);
        var published = SeriesJson.Published;
        Add("## How far the published numbers are reproduced");
        Add();
        Add(Line(
            $"As published, with the published seed, before any smoothing. Training is chaotic, one neuron clipped differently moves the next accuracies by some thousandths, so the first {Closeness.Cycles} cycles are compared."));
        Add();
        Head("method", "first cycle, ours − paper", $"mean distance, {Closeness.Cycles} cycles", "largest distance");
        foreach (var method in result.Methods)
        {
            var c = ClosenessOf(method);
            Row([method.DisplayName(), Format.Signed(c.FirstCycle), Format.Fixed(c.MeanAbsolute), Format.Fixed(c.Largest)]);
        }

        Add();
        foreach (var key in published.Pearson.Keys.Where(ours.Pearson.ContainsKey))
        {
            Add($"- Correlation `{key}`: paper {Format.Fixed(published.Pearson[key])}, ours {Format.Fixed(ours.Pearson[key])}.");
        }

        RayRecord[] rays = [.. result.Series.SelectMany(r => r.Cycles).Select(c => c.Rays).OfType<RayRecord>()];
        var undefined = rays.Count(r => r.EntropyPreviousBits is null);
        Add(Line(
            $"- The previous layer's Gibbs entropy is undefined in {undefined} of {rays.Length} cycles over all seeds, because every measurement falls outside the histogram; the next layer's in {rays.Count(r => r.EntropyNextNats is null)}."));
        Add();
        Add($"![Accuracy by method, as published]({name}-published.svg)");
        Add();
    }

    private void Disagreements()
    {
        var published = results[StudiedReading.Published];
        StudiedReading[] readings = [StudiedReading.Published, .. StudiedReading.OneChange, StudiedReading.Described];
        Add("## What each disagreement between text and numbers does to the curve");
        Add();
        Add("DTC as published, then with one thing at a time done as the text says, then with all but the last of them. One sparsity level means that the rays are reconstructed at the sparsity that is then clipped (0.1 per cycle, so 0.9·m measurements); at the paper's 0.9 the text, taken literally, would leave 6 neurons after two cycles. With the softmax over the batch, a test image's class depends on the other images in its batch; over the classes it does not.");
        Add();
        Add($"![DTC by reading]({name}-disagreements.svg)");
        Add();
        Add("Mean accuracy of DTC right after the clip:");
        Add();
        var all = published.First(PaperMethod.Dtc).Cycles;
        int[] cycles = [.. Enumerable.Range(0, all.Count).Where(c => ShownNeurons.Contains(all[c].Neurons))];
        Head(["reading", .. cycles.Select(c => Line($"{all[c].Neurons} neurons")), "mean of all cycles"]);
        foreach (var reading in readings)
        {
            var statistics = results[reading].Statistics!;
            Row([
                reading.Title, .. cycles.Select(c => Format.Fixed(statistics.Bands[PaperMethod.Dtc][c].Mean)),
                Band(statistics.Overall[PaperMethod.Dtc])
            ]);
        }

        Add();
        Add("Difference to DTC as published, accuracy averaged over all cycles:");
        Add();
        Head("reading", "difference", "p", "verdict");
        foreach (var (reading, difference, p) in ChangesToDtc())
        {
            var verdict = p < Comparison.Level ? (difference.Mean > 0 ? "better" : "worse") : "cannot be told apart";
            Row([reading.Title, Signed(difference), PValue(p), verdict]);
        }

        Add();
    }

    private void Methods(StudiedReading reading, string question)
    {
        var result = results[reading];
        var statistics = result.Statistics!;
        Add($"## {question}");
        Add();
        Add($"![Accuracy by method, {reading.Title}]({name}-{reading.Key}.svg)");
        Add();
        Head("accuracy averaged over all cycles", "mean");
        foreach (var method in result.Methods)
        {
            Row([method.DisplayName(), Band(statistics.Overall[method])]);
        }

        Add();
        Head("pair", "difference", "p", "verdict");
        foreach (var c in statistics.WholeCurve)
        {
            var verdict = c.IsSignificant ? $"{c.Better.DisplayName()} is better" : "cannot be told apart";
            Row([$"{c.First.DisplayName()} − {c.Second.DisplayName()}", Signed(c.Difference), PValue(c.PValue), verdict]);
        }

        Add();
        var cycles = result.First(PaperMethod.Dtc).Cycles;
        double[] sparsity = [.. cycles.Select(c => 1 - ((double)c.Neurons / result.StartNeurons))];
        string[] found = [
            .. Sentences.ByCycle(statistics, [.. cycles.Select(c => c.Neurons)], sparsity)
                .Where((_, i) => statistics.ByCycle.Any(c => c.Cycle == i && c.IsSignificant))
        ];
        Add(found.Length == 0
            ? Line(
                $"Cycle by cycle, corrected for all {statistics.ByCycle.Count} comparisons, no two methods can be told apart in any cycle.")
            : Line(
                $"Cycle by cycle, corrected for all {statistics.ByCycle.Count} comparisons, methods can be told apart in {found.Length} of {cycles.Count} cycles:"));
        Add();
        foreach (var sentence in found)
        {
            Add($"- {Capital(sentence)}");
        }

        if (found.Length > 0)
        {
            Add();
        }
    }

    private void Caveats()
    {
        Add("## What this does not say");
        Add();
        Add(Line(
            $"- {results[StudiedReading.Published].Seeds.Count} seeds show large differences and hide small ones: \"cannot be told apart\" means not with these seeds."));
        Add("- Accuracy is measured right after the clip, as in the paper; accuracy after training on is another question.");
        Add("- One network, one data set, one schedule.");
    }
}
