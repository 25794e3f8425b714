namespace DtcGen.Samples.Paper.Tests;

public class SeriesTests
{
    [Fact]
    public void ThePublishedSeriesIsInsideTheToolAndWhole()
    {
        var published = SeriesJson.Published;
        Assert.Equal(34, published.NeuronsKept.Length);
        Assert.Equal((460, 9), (published.NeuronsKept[0], published.NeuronsKept[^1]));
        Assert.Contains("CC BY 4.0", published.Source);
        Assert.Contains("CC BY 4.0", SeriesJson.Attribution);
        Assert.Equal([51, 45, 41], published.MeasurementsPerRay[..3]);
        Assert.Equal(0.9174, published.Pearson["dtc_lowess_vs_gibbs_next"]!.Value, 4);
        foreach (var method in PaperMethodNames.All)
        {
            Assert.Equal(34, published.Accuracy[method.Key()].Length);
            Assert.Equal(34, published.SmoothedAccuracy[method.Key()].Length);
        }

        // 1 - neurons/512, as the supplement's notebook has it.
        Assert.All(published.NeuronsKept.Zip(published.Sparsity), p => Assert.Equal(1 - (p.First / 512.0), p.Second, 15));
    }

    [Fact]
    public void WhatIsWrittenReadsBackTheSameAndHasThePublishedFields()
    {
        var json = SeriesJson.Write(SeriesJson.Published);
        Assert.Equal(json, SeriesJson.Write(SeriesJson.Read(json)));
        string[] fields =
        [
            "source", "neurons_kept", "sparsity", "accuracy", "accuracy_lowess_frac_0_3", "measurements_per_ray",
            "gibbs_entropy_next_nats", "weight_ray_abs_mean_over_size", "pearson",
        ];
        Assert.All(fields, field => Assert.Contains($"\n  \"{field}\": ", json));
    }

    [Fact]
    public void ClosenessLooksAtTheFirstTwentyCyclesOnly()
    {
        double[] published = [.. Enumerable.Repeat(0.5, 30)];
        double[] ours = [.. published];
        ours[0] = 0.4;
        ours[19] = 0.6;
        ours[20] = 0.0;
        var closeness = Closeness.Of(ours, published);
        Assert.Equal(-0.1, closeness.FirstCycle, 12);
        Assert.Equal(0.2 / 20, closeness.MeanAbsolute, 12);
        Assert.Equal(0.1, closeness.Largest, 12);
    }
}
