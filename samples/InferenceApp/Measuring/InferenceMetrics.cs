using System.Diagnostics.Metrics;

namespace DtcGen.Samples.InferenceApp;

/// <summary>What the app counts, beside the requests, which ASP.NET Core counts itself.</summary>
internal sealed class InferenceMetrics
{
    public const string MeterName = "InferenceApp";
    private readonly Histogram<int> batchSize;
    private readonly Histogram<double> runDuration;
    private readonly Counter<long> turnedAway;
    private readonly Counter<long> loads;
    private readonly Meter meter;

    public InferenceMetrics(IMeterFactory factory)
    {
        meter = factory.Create(MeterName);
        batchSize = meter.CreateHistogram(
            "inference.batch.size", description: "Images in a run of the model.", advice: new InstrumentAdvice<int> { HistogramBucketBoundaries = [1, 2, 4, 8, 16, 32, 64, 128, 256] });
        runDuration = meter.CreateHistogram(
            "inference.run.duration", "s", "Time of a run of the model.", advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = [.. LatencyBuckets.Seconds] });
        turnedAway = meter.CreateCounter<long>("inference.turned_away", description: "Images answered with 503, as too many waited.");
        loads = meter.CreateCounter<long>("inference.model.loads", description: "Model files taken over, or refused.");
    }

    /// <summary>Reports what can be read off the catalogue at any time.</summary>
    public void Observe(ModelCatalogue catalogue)
    {
        meter.CreateObservableGauge(
            "inference.queue.length", () => catalogue.Models.Select(slot => new Measurement<int>(slot.Queue.Length, Model(slot.Name))), description: "Images that wait.");

        // Former versions are reported too: the exporter would go on showing their last value.
        meter.CreateObservableGauge(
            "inference.model.info",
            () => catalogue.Models.SelectMany(slot => slot.Versions.Select(version => new Measurement<int>(version == slot.Current.Version ? 1 : 0, Model(slot.Name), new("version", version)))),
            description: "1 for the version of each model that answers now, 0 for those before it.");
        meter.CreateObservableGauge(
            "inference.model.stale", () => catalogue.Models.Select(slot => new Measurement<int>(slot.Problem is null ? 0 : 1, Model(slot.Name))), description: "1 where the model's file cannot be served and an older version answers.");
    }

    public void BatchDone(string model, int images, TimeSpan elapsed)
    {
        batchSize.Record(images, Model(model));
        runDuration.Record(elapsed.TotalSeconds, Model(model));
    }

    public void TurnedAway(string model) => turnedAway.Add(1, Model(model));

    public void Loaded(string model, bool succeeded) => loads.Add(1, Model(model), new("outcome", succeeded ? "taken" : "refused"));

    private static KeyValuePair<string, object?> Model(string name) => new("model", name);
}
