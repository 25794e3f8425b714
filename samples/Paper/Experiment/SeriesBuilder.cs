namespace DtcGen.Samples.Paper;

/// <summary>Turns what was measured into the content of series.json.</summary>
internal static class SeriesBuilder
{
    /// <summary>Builds it.</summary>
    /// <param name="result">What was measured.</param>
    public static SeriesFile Build(PaperResult result)
    {
        var any = result.First(result.Methods[0]).Cycles;
        RayRecord[] rays = result.Methods.Contains(PaperMethod.Dtc) ? [.. result.First(PaperMethod.Dtc).Cycles.Select(c => c.Rays!)] : [];
        int[] neurons = [.. any.Select(c => c.Neurons)];
        double[] sparsity = [.. neurons.Select(n => 1 - ((double)n / result.StartNeurons))];
        var accuracy = result.Methods.ToDictionary(m => m.Key(), m => result.First(m).Cycles.Select(c => c.Accuracy).ToArray());
        var smoothed = accuracy.ToDictionary(a => a.Key, a => Lowess.Smooth(sparsity, a.Value));
        double?[] next = [.. rays.Select(r => r.EntropyNextNats)];

        return new SeriesFile
        {
            Source = $"samples/Paper, data {result.DataName}, seed {result.Seeds[0]}",
            Variant = result.Variant.Key(),
            NeuronsKept = neurons,
            Sparsity = sparsity,
            Accuracy = accuracy,
            SmoothedAccuracy = smoothed,
            MeasurementsPerRay = [.. rays.Select(r => r.Measurements)],
            GibbsEntropyNextNats = next,
            GibbsEntropyPreviousBits = [.. rays.Select(r => r.EntropyPreviousBits)],
            WeightRayAbsMeanOverSize = [.. rays.Select(r => (double?)r.AbsMeanOverSize)],
            Pearson = Correlations(smoothed, next),
            Repeats = result.Statistics is null ? null : Repeats(result, result.Statistics, neurons, sparsity),
        };
    }

    private static Dictionary<string, double?> Correlations(Dictionary<string, double[]> smoothed, double?[] entropy)
    {
        var correlations = new Dictionary<string, double?>();
        if (entropy.Length == 0)
        {
            return correlations;
        }

        foreach (var method in new[] { PaperMethod.Dtc, PaperMethod.Random })
        {
            if (smoothed.TryGetValue(method.Key(), out var accuracy))
            {
                // An undefined entropy makes the correlation undefined; leaving its cycle out would hide that.
                correlations[$"{method.Key()}_lowess_vs_gibbs_next"] =
                    entropy.All(e => e is not null) ? Pearson.Correlation([.. entropy.Select(e => e!.Value)], accuracy) : null;
            }
        }

        return correlations;
    }

    private static RepeatsSection Repeats(PaperResult result, MethodStatistics statistics, int[] neurons, double[] sparsity) => new()
    {
        Seeds = [.. result.Seeds],
        Accuracy = result.Accuracy().ToDictionary(a => a.Key.Key(), a => a.Value),
        Mean = Bands(statistics, b => b.Mean),
        Lower95 = Bands(statistics, b => b.Lower),
        Upper95 = Bands(statistics, b => b.Upper),
        Findings = statistics.ByCycle.Count == 0
            ? []
            : [.. Sentences.ByCycle(statistics, neurons, sparsity), Sentences.WholeCurve(statistics)],
    };

    private static Dictionary<string, double[]> Bands(MethodStatistics statistics, Func<ConfidenceBand, double> part)
        => statistics.Bands.ToDictionary(b => b.Key.Key(), b => b.Value.Select(part).ToArray());
}
