namespace DtcGen;

/// <summary>A budget at work on one model: what it cost at first, and what it costs at other sizes.</summary>
internal abstract class BudgetMeter
{
    /// <summary>Whether <see cref="Predict"/> is there, and cheaper than to measure.</summary>
    public virtual bool Predicts => false;

    /// <summary>What the model costs as it is now.</summary>
    /// <param name="model">The model.</param>
    public abstract double Measure(IDualTomographic model);

    /// <summary>What it would be measured to cost, but for a factor.</summary>
    /// <param name="model">The model.</param>
    public virtual double Predict(IDualTomographic model) => throw new NotSupportedException();
}
