namespace DtcGen.Onnx;

/// <summary>What a product of sizes is made of: an open size with a name, or a quotient.</summary>
internal abstract class DimensionFactor : IEquatable<DimensionFactor>, IComparable<DimensionFactor>
{
    /// <summary>About how many characters it takes to write.</summary>
    public abstract int Length { get; }

    /// <summary>The lowest that it can be; null where that is not clear.</summary>
    public abstract long? Least { get; }

    public abstract IEnumerable<string> Names { get; }

    public abstract bool HasMadeUp { get; }

    /// <summary>Its text as a part of a larger one.</summary>
    public abstract string Text { get; }

    public abstract DimensionForm? With(IReadOnlyDictionary<string, long> sizes);

    /// <summary>Any order that is the same throughout: products are written in it.</summary>
    public abstract int CompareTo(DimensionFactor? other);

    public bool Equals(DimensionFactor? other) => CompareTo(other) == 0;

    public override bool Equals(object? obj) => obj is DimensionFactor other && Equals(other);

    public abstract override int GetHashCode();
}
