namespace DtcGen.Criteria;

/// <summary>How the scores that a neuron has in each layer of its group become one.</summary>
public enum Combination
{
    /// <summary>Their mean.</summary>
    Mean,

    /// <summary>Their sum.</summary>
    Sum,

    /// <summary>The largest.</summary>
    Max,

    /// <summary>That of the first layer, in forward order.</summary>
    First,
}
