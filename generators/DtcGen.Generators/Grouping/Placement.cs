namespace DtcGen.Generators.Grouping;

/// <summary>How a group's neurons lie among the entries of a layer's axis.</summary>
internal enum Placement
{
    /// <summary>One entry is one neuron.</summary>
    Whole,

    /// <summary>Consecutive entries are one neuron: a dimension was flattened together with later ones.</summary>
    Blocks,

    /// <summary>The neurons repeat: a dimension was flattened together with earlier ones.</summary>
    Repeats,
}
