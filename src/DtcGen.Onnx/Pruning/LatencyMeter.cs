using System.Runtime.Intrinsics;

namespace DtcGen.Onnx;

/// <summary>
/// The time of a model's runs at other sizes. It is predicted from the times of the layers before anything left, each of which changes as
/// its work does; and measured beside the model as it was, so that a machine that is slower for a while slows both.
/// </summary>
internal sealed class LatencyMeter : BudgetMeter
{
    // ONNX Runtime computes convolutions on blocks of channels. It does so with inputs that are a multiple of four; others take about as
    // long as the next multiple of the blocks would, and more: 19 as long as 32.
    private const int InputStep = 4;
    private const double OutsideOfBlocks = 1.7;
    private static readonly int Block = Vector512.IsHardwareAccelerated ? 16 : 8;

    private readonly Func<IDualTomographic, OnnxModel> _export;
    private readonly ILatencyClock _clock;
    private readonly OnnxModel _before;
    private readonly double _milliseconds;
    private readonly Lazy<Dictionary<string, (double Share, double Work)>> _layers;

    /// <summary>Times the model as it is.</summary>
    /// <param name="model">The model.</param>
    /// <param name="export">Exports it.</param>
    /// <param name="clock">Times files.</param>
    public LatencyMeter(IDualTomographic model, Func<IDualTomographic, OnnxModel> export, ILatencyClock clock)
    {
        (_export, _clock) = (export, clock);
        _before = export(model);
        _milliseconds = clock.Time(_before);
        _layers = new(Layers);
    }

    /// <inheritdoc/>
    public override bool Predicts => true;

    /// <inheritdoc/>
    public override double Measure(IDualTomographic model)
    {
        // The model as it was is the unit of all that follows: to time it beside itself would only add a share of chance to all of it.
        var now = _export(model);
        return now.Proto.Equals(_before.Proto) ? _milliseconds : _milliseconds * _clock.Ratio(now, _before);
    }

    /// <inheritdoc/>
    public override double Predict(IDualTomographic model) => _milliseconds * OnnxCost.Count(_export(model)).Layers.Sum(
        layer => _layers.Value.TryGetValue(layer.Name, out var before) ? before.Share * Work(layer) / before.Work : 0);

    /// <summary>What a layer has to do, in a unit that is the same for a layer at any size.</summary>
    internal static double Work(OnnxLayer layer)
    {
        if (layer.MultiplyAdds is not > 0)
        {
            return layer.Outputs.Sum(
                static output => output.Shape?.Aggregate(1.0, static (product, size) => product * (size.Value ?? 1)) ?? 1);
        }

        if (layer.Operator != "Conv" || layer.Weights is not [{ Shape: [var outputs, var inputs, _, ..] }, ..])
        {
            return layer.MultiplyAdds.Value;
        }

        var blocks = (double)((outputs + Block - 1) / Block * Block) / outputs;
        return layer.MultiplyAdds.Value * blocks * (inputs >= Block && inputs % InputStep != 0 ? OutsideOfBlocks : 1);
    }

    private Dictionary<string, (double Share, double Work)> Layers()
    {
        var layers = OnnxCost.Count(_before).Layers;
        var times = _clock.NodeTimes(_before);
        var total = times.Sum();
        return layers.Zip(times)
            .GroupBy(static item => item.First.Name)
            .Select(static item => item.First())
            .Select(item => (item.First.Name, item.Second, Work: Work(item.First)))
            .Where(static item => item.Second > 0 && item.Work > 0)
            .ToDictionary(static item => item.Name, item => (item.Second / total, item.Work));
    }
}
