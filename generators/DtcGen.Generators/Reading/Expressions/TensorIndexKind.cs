namespace DtcGen.Generators.Reading.Expressions;

/// <summary>What an index between a tensor's brackets does.</summary>
internal enum TensorIndexKind
{
    /// <summary>Takes one entry; the dimension goes.</summary>
    Single,

    /// <summary>Takes a stretch of the dimension.</summary>
    Slice,

    /// <summary>Stands for all dimensions that no other index names.</summary>
    Ellipsis,

    /// <summary>Adds a dimension of size 1.</summary>
    New,
}
