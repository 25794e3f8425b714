namespace DtcGen.Criteria;

/// <summary>What stands for the diagonal of a loss's Hessian, which is too large to be computed.</summary>
public enum HessianEstimate
{
    /// <summary>The mean square of the batches' gradients, the empirical Fisher information.</summary>
    SquaredGradients,

    /// <summary>
    /// The mean of z⊙Hz over random vectors z of ±1 (Hutchinson 1990; Bekas et al. 2007): the diagonal itself in expectation, from second
    /// derivatives.
    /// </summary>
    Hutchinson,
}
