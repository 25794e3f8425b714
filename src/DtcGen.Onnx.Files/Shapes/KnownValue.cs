namespace DtcGen.Onnx;

/// <summary>What is known of a value before the model runs.</summary>
/// <param name="ElementType">What its entries are.</param>
/// <param name="Shape">Its dimensions, or null when not even their number is known.</param>
/// <param name="Contents">The entries of a small integer tensor that a shape may be made from, or null.</param>
internal sealed record KnownValue(
    OnnxElementType ElementType, IReadOnlyList<OnnxDimension>? Shape, IReadOnlyList<OnnxDimension>? Contents = null)
{
    public static KnownValue Nothing { get; } = new(OnnxElementType.Undefined, null);

    /// <summary>Fills what is not known here from elsewhere.</summary>
    public KnownValue Or(KnownValue other) => new(
        ElementType == OnnxElementType.Undefined ? other.ElementType : ElementType,
        Merge(Shape, other.Shape),
        Contents ?? other.Contents);

    private static IReadOnlyList<OnnxDimension>? Merge(IReadOnlyList<OnnxDimension>? here, IReadOnlyList<OnnxDimension>? there)
    {
        if (here is null || there is null || here.Count != there.Count)
        {
            return here ?? there;
        }

        // A number beats a name, and the file's own name beats one that inference made up.
        return [.. here.Zip(there, static (a, b) => a.IsStatic || (!b.IsStatic && !a.IsMadeUp) ? a : b)];
    }
}
