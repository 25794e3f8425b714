namespace DtcGen.Recording;

/// <summary>Which sizes a matrix product takes.</summary>
internal static class ProductSizes
{
    /// <summary>Whether <c>matmul</c> takes tensors of these sizes: the inner ones equal, those before them broadcast.</summary>
    public static bool Fit(long[] left, long[] right)
    {
        if (left.Length == 0 || right.Length == 0 || left[^1] != (right.Length == 1 ? right[0] : right[^2]))
        {
            return false;
        }

        for (var i = 3; i <= left.Length && i <= right.Length; i++)
        {
            if (left[^i] != right[^i] && left[^i] != 1 && right[^i] != 1)
            {
                return false;
            }
        }

        return true;
    }
}
