using DtcGen.Runtime;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace DtcGen;

/// <summary>How much of a model may stay. It is measured on the model itself, so it is exact.</summary>
public sealed class Budget
{
    private readonly Func<IDualTomographic, BudgetMeter> _begin;

    private Budget(double share, string unit, Func<IDualTomographic, BudgetMeter> begin)
    {
        if (!(share > 0 && share <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(share), share, "The share that may stay must lie in (0, 1].");
        }

        (Share, Unit, _begin) = (share, unit, begin);
    }

    /// <summary>The share that may stay at most, in (0, 1].</summary>
    public double Share { get; }

    /// <summary>What is counted, as <c>neurons</c>.</summary>
    public string Unit { get; }

    /// <summary>A share of the neurons that can leave.</summary>
    /// <param name="share">The share that may stay at most, in (0, 1].</param>
    public static Budget Neurons(double share) => Of(share, "neurons", static model => model.Groups.Sum(model.CountNeurons));

    /// <summary>A share of all parameters.</summary>
    /// <param name="share">The share that may stay at most, in (0, 1].</param>
    public static Budget Parameters(double share) => Of(
        share,
        "parameters",
        static model => ModelTensors.Modules((nn.Module)model)
            .SelectMany(static item => Computed(item.Module))
            .Where(static parameter => !parameter.IsInvalid)
            .DistinctBy(TensorMemory.Of)
            .Sum(static parameter => parameter.numel()));

    /// <summary>
    /// A share of anything that can be measured of a model. <c>DtcGen.Onnx</c> has multiply-adds and the bytes of the file.
    /// </summary>
    /// <param name="share">The share that may stay at most, in (0, 1].</param>
    /// <param name="unit">What is measured.</param>
    /// <param name="measure">
    /// Measures a model, which it leaves as it is; never more for a model with fewer neurons. It is called some ten times, with
    /// the model clipped to sizes that come into question and weights that mean nothing.
    /// </param>
    public static Budget Of(double share, string unit, Func<IDualTomographic, double> measure)
    {
        ArgumentException.ThrowIfNullOrEmpty(unit);
        ArgumentNullException.ThrowIfNull(measure);
        var meter = new PlainMeter(measure);
        return new Budget(share, unit, _ => meter);
    }

    /// <summary>A share of what a meter measures.</summary>
    /// <param name="share">The share that may stay at most, in (0, 1].</param>
    /// <param name="unit">What is measured.</param>
    /// <param name="begin">Makes the meter for a model, which is as it is before any clip.</param>
    internal static Budget Metered(double share, string unit, Func<IDualTomographic, BudgetMeter> begin) => new(share, unit, begin);

    // What an embedding lists may be another tensor than its table, or none.
    private static IEnumerable<Tensor> Computed(nn.Module module)
        => module is Embedding { weight: { } table } ? [table] : module.parameters(false);

    /// <summary>Begins to measure a model.</summary>
    internal BudgetMeter Begin(IDualTomographic model) => _begin(model);

    /// <summary>Measures a model.</summary>
    /// <exception cref="InvalidOperationException">What was measured is not a number above 0.</exception>
    internal double Measure(IDualTomographic model, BudgetMeter meter)
    {
        var cost = meter.Measure(model);
        return cost > 0 && double.IsFinite(cost)
            ? cost
            : throw new InvalidOperationException($"The model has {cost} {Unit}, of which no share can be taken.");
    }
}
