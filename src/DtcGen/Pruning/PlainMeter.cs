namespace DtcGen;

/// <summary>A budget that is measured each time.</summary>
/// <param name="measure">Measures a model.</param>
internal sealed class PlainMeter(Func<IDualTomographic, double> measure) : BudgetMeter
{
    /// <inheritdoc/>
    public override double Measure(IDualTomographic model) => measure(model);
}
