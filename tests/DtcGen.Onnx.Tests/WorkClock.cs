namespace DtcGen.Onnx.Tests;

/// <summary>A clock by which a layer takes what its sizes say, at a speed of its own, and a run some time besides.</summary>
/// <param name="overhead">The time besides.</param>
/// <param name="slower">By how much each time that two models are timed finds the one slower than the time before.</param>
internal sealed class WorkClock(double overhead = 20, double slower = 0) : ILatencyClock
{
    /// <summary>How often two models were timed.</summary>
    public int Ratios { get; private set; }

    /// <summary>How often nodes were timed.</summary>
    public int Profiles { get; private set; }

    /// <summary>What a run takes.</summary>
    public double Cost(OnnxModel model) => NodeCosts(model).Sum() + overhead;

    public double Time(OnnxModel model) => Cost(model);

    public double Ratio(OnnxModel model, OnnxModel other)
    {
        Ratios++;
        return Cost(model) / Cost(other) * Math.Pow(1 + slower, Ratios);
    }

    public double[] NodeTimes(OnnxModel model)
    {
        Profiles++;
        return [.. NodeCosts(model).Select(static cost => 3 * cost)];
    }

    private static IEnumerable<double> NodeCosts(OnnxModel model) => OnnxCost.Count(model).Layers.Select(static layer => layer.Name switch
    {
        "first" => layer.MultiplyAdds!.Value / 500.0,
        "second" => layer.MultiplyAdds!.Value / 9000.0,
        "hidden" => layer.MultiplyAdds!.Value / 4000.0,
        _ => 0.0,
    });
}
