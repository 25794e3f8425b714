namespace DtcGen.Onnx;

/// <summary>Rules about shapes that several operations share.</summary>
internal static class Shapes
{
    /// <summary>The shape of an element-wise operation on two values, or null when they do not go together.</summary>
    public static IReadOnlyList<OnnxDimension>? Broadcast(
        IReadOnlyList<OnnxDimension> left, IReadOnlyList<OnnxDimension> right, Func<OnnxDimension> unknown)
    {
        var rank = Math.Max(left.Count, right.Count);
        var shape = new OnnxDimension[rank];
        for (var i = 1; i <= rank; i++)
        {
            var a = i <= left.Count ? left[^i] : 1;
            var b = i <= right.Count ? right[^i] : 1;
            if (a.IsStatic && b.IsStatic && a != b && a.Value != 1 && b.Value != 1)
            {
                return null;
            }

            shape[^i] = (a, b) switch
            {
                _ when a == b => a,
                ({ Value: 1 }, _) => b,
                (_, { Value: 1 }) => a,
                _ when a.IsStatic || a.Least > 1 => a,
                _ when b.IsStatic || b.Least > 1 => b,
                _ => unknown(),
            };
        }

        return shape;
    }

    /// <summary>The product of dimensions; a symbol when one of them is.</summary>
    public static OnnxDimension Product(IEnumerable<OnnxDimension> dimensions)
        => dimensions.Aggregate((OnnxDimension)1, static (a, b) => a * b);

    /// <summary>The lower of two, or null when it is not clear which.</summary>
    public static OnnxDimension? Lower(OnnxDimension one, OnnxDimension other)
        => (other - one).Least >= 0 ? one : (one - other).Least >= 0 ? other : (OnnxDimension?)null;

    /// <summary>The quotient rounded up, of what is not negative.</summary>
    public static OnnxDimension CeilDivide(OnnxDimension size, long divisor) => (size + (divisor - 1)).FloorDivide(divisor);

    /// <summary>The product when all are numbers, else null.</summary>
    public static long? StaticProduct(IEnumerable<OnnxDimension> dimensions) => Product(dimensions).Value;
}
