namespace DtcGen.Generators.Grouping;

/// <summary>What a dimension is made of.</summary>
internal enum AxisForm
{
    /// <summary>Nothing else: its entries are neurons, or something that never leaves.</summary>
    Variable,

    /// <summary>Dimensions that were flattened into one.</summary>
    Product,

    /// <summary>Dimensions that were concatenated.</summary>
    Sum,
}
