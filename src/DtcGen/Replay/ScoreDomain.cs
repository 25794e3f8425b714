namespace DtcGen.Replay;

/// <summary>To repeat the published run (arXiv 2505.23869): what of the two weight rays a neuron's score is taken from.</summary>
public enum ScoreDomain
{
    /// <summary>|Ψs₁* + Ψs₂*|: the reconstructions, one value per neuron, as the paper's text describes.</summary>
    Reconstruction,

    /// <summary>|s₁* + s₂*|: the cosine coefficients, taken as if they were neurons, as the published runs do.</summary>
    Coefficients,
}
