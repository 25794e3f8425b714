namespace DtcGen.Samples;

/// <summary>What decides which neurons leave.</summary>
public enum CriterionChoice
{
    /// <summary>Dual tomographic compression, as the paper's text describes it.</summary>
    Dtc,

    /// <summary>The sums of each neuron's weights.</summary>
    Magnitude,

    /// <summary>Chance.</summary>
    Random,
}
