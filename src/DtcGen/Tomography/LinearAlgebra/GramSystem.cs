namespace DtcGen.Tomography;

/// <summary>The Gram matrix Θ_AᵀΘ_A of some columns, inverted. Its room is kept: it is asked for again and again.</summary>
/// <param name="theta">Θ.</param>
/// <param name="factor">Room for the factor.</param>
internal sealed class GramSystem(SensingMatrix theta, Cholesky factor)
{
    private double[] _room = [];

    /// <summary>Inverts Θ_AᵀΘ_A; false when the columns are dependent to rounding.</summary>
    /// <param name="active">The columns.</param>
    /// <param name="inverse">Row-major room for the inverse.</param>
    /// <param name="inverseStride">The distance between its rows.</param>
    public bool TryInvert(ReadOnlySpan<int> active, double[] inverse, int inverseStride)
    {
        if (_room.Length < active.Length * theta.Stride)
        {
            _room = new double[active.Length * theta.Stride];
        }

        for (var k = 0; k < active.Length; k++)
        {
            theta.PaddedColumn(active[k]).CopyTo(_room.AsSpan(k * theta.Stride));
        }

        factor.Resize(active.Length);
        InnerProducts.LowerProducts(_room, theta.Stride, active.Length, factor.Matrix, factor.Stride, InnerProducts.Merge.Set);
        if (!factor.TryFactor())
        {
            return false;
        }

        factor.Invert(inverse, inverseStride, _room);
        return true;
    }
}
