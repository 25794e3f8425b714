using System.Diagnostics.Metrics;

namespace DtcGen.Samples.InferenceApp;

/// <summary>What the app counts, beside the requests, which ASP.NET Core counts itself.</summary>
internal sealed class InferenceMetrics
{
    public const string MeterName = "InferenceApp";
    private readonly Histogram<int> _batchSize;
    private readonly Histogram<double> _runDuration;
    private readonly Counter<long> _turnedAway;
    private readonly Counter<long> _loads;
    private readonly Meter _meter;

    public InferenceMetrics(IMeterFactory factory)
    {
        _meter = factory.Create(MeterName);
        _batchSize = _meter.CreateHistogram(
            "inference.batch.size",
            description: "Images in a run of the model.",
            advice: new InstrumentAdvice<int> { HistogramBucketBoundaries = [1, 2, 4, 8, 16, 32, 64, 128, 256] });
        _runDuration = _meter.CreateHistogram(
            "inference.run.duration",
            "s",
            "Time of a run of the model.",
            advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = [.. LatencyBuckets.Seconds] });
        _turnedAway = _meter.CreateCounter<long>("inference.turned_away", description: "Images answered with 503, as too many waited.");
        _loads = _meter.CreateCounter<long>("inference.model.loads", description: "Model files taken over, or refused.");
    }

    /// <summary>Reports what can be read off the catalogue at any time.</summary>
    public void Observe(ModelCatalogue catalogue)
    {
        _meter.CreateObservableGauge(
            "inference.queue.length",
            () => catalogue.Models.Select(slot => new Measurement<int>(slot.Queue.Length, Model(slot.Name))),
            description: "Images that wait.");

        // Former versions are reported too: the exporter would go on showing their last value.
        _meter.CreateObservableGauge(
            "inference.model.info",
            () => catalogue.Models.SelectMany(slot => slot.Versions.Select(
                version => new Measurement<int>(version == slot.Current.Version ? 1 : 0, Model(slot.Name), new("version", version)))),
            description: "1 for the version of each model that answers now, 0 for those before it.");
        _meter.CreateObservableGauge(
            "inference.model.stale",
            () => catalogue.Models.Select(slot => new Measurement<int>(slot.Problem is null ? 0 : 1, Model(slot.Name))),
            description: "1 where the model's file cannot be served and an older version answers.");
    }

    public void BatchDone(string model, int images, TimeSpan elapsed)
    {
        _batchSize.Record(images, Model(model));
        _runDuration.Record(elapsed.TotalSeconds, Model(model));
    }

    public void TurnedAway(string model) => _turnedAway.Add(1, Model(model));

    public void Loaded(string model, bool succeeded) => _loads.Add(1, Model(model), new("outcome", succeeded ? "taken" : "refused"));

    private static KeyValuePair<string, object?> Model(string name) => new("model", name);
}
