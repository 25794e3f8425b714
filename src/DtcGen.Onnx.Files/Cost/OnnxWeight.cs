namespace DtcGen.Onnx;

/// <summary>A tensor that the file holds.</summary>
public sealed class OnnxWeight
{
    private readonly Lazy<long> _zeros;

    internal OnnxWeight(
        string name,
        OnnxElementType elementType,
        IReadOnlyList<long> shape,
        long bytes,
        bool isInDataFile,
        bool isParameter,
        Func<long> zeros)
    {
        (Name, ElementType, Shape, Bytes) = (name, elementType, shape, bytes);
        (IsInDataFile, IsParameter) = (isInDataFile, isParameter);
        _zeros = new Lazy<long>(zeros);
    }

    /// <summary>Its name.</summary>
    public string Name { get; }

    /// <summary>What its entries are.</summary>
    public OnnxElementType ElementType { get; }

    /// <summary>Its dimensions.</summary>
    public IReadOnlyList<long> Shape { get; }

    /// <summary>Its size.</summary>
    public long Bytes { get; }

    /// <summary>Whether its entries lie in a data file beside the model's file.</summary>
    public bool IsInDataFile { get; }

    /// <summary>
    /// Whether its entries count as parameters: those of a floating-point tensor with at least one dimension, and of a tensor
    /// of 4- or 8-bit integers with at least two (quantised weights). Shapes, axes and scalars do not.
    /// </summary>
    public bool IsParameter { get; }

    /// <summary>How many entries it has; at most what 64 bits hold, whatever the file says.</summary>
    public long Entries => EntriesOf(Shape);

    /// <summary>
    /// How many entries are exactly zero, counted when this is first read; where they lie in a data file, that reads
    /// them.
    /// </summary>
    /// <exception cref="OnnxModelException">The data file has changed since the model was read, or cannot be read.</exception>
    public long Zeros => _zeros.Value;

    /// <summary>The sum over tensors; at most what 64 bits hold.</summary>
    internal static long Sum(IEnumerable<OnnxWeight> weights, Func<OnnxWeight, long> count)
        => weights.Aggregate(0L, (sum, weight) => Add(sum, count(weight)));

    internal static long EntriesOf(IReadOnlyList<long> shape)
        => shape.Contains(0)
            ? 0
            : shape.Aggregate(1L, static (product, d) => (long)Int128.Min((Int128)product * d, long.MaxValue));

    internal static long Add(long sum, long next) => (long)Int128.Min((Int128)sum + next, long.MaxValue);
}
