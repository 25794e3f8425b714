namespace DtcGen.Tomography;

/// <summary>The Gram matrix Θ_AᵀΘ_A of some columns, factored.</summary>
internal static class GramSystem
{
    /// <summary>Factors Θ_AᵀΘ_A; null when the columns are dependent to rounding.</summary>
    public static Cholesky? TryFactor(SensingMatrix theta, ReadOnlySpan<int> active)
    {
        var packed = new double[active.Length * theta.Stride];
        for (var k = 0; k < active.Length; k++)
        {
            theta.PaddedColumn(active[k]).CopyTo(packed.AsSpan(k * theta.Stride));
        }

        var factor = new Cholesky();
        factor.Resize(active.Length);
        InnerProducts.LowerProducts(packed, theta.Stride, active.Length, factor.Matrix, factor.Stride, InnerProducts.Merge.Set);
        return factor.TryFactor() ? factor : null;
    }
}
