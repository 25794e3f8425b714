using DtcGen.Criteria;

namespace DtcGen.Replay;

/// <summary>
/// To repeat the published run: the choices in which the text of arXiv 2505.23869 and the runs that made its numbers
/// differ. Take a preset and change single choices by <c>with</c>.
/// </summary>
/// <param name="Clipped">Which neurons leave: those with the lowest scores, or the highest.</param>
/// <param name="Domain">What a neuron's score is taken from.</param>
/// <param name="Selection">How the number that stays is decided, and ties.</param>
/// <param name="Output">Over what the output is normalised in the loss; for training code that follows the experiment.</param>
public sealed record Variant(ClippedSide Clipped, ScoreDomain Domain, SelectionRule Selection, OutputNormalisation Output)
{
    /// <summary>
    /// What the text describes, and the default: "clip neurons where their weight rays sum lower", scored by
    /// the reconstruction, softmax over classes.
    /// </summary>
    public static Variant AsDescribed { get; } =
        new(ClippedSide.Lowest, ScoreDomain.Reconstruction, SelectionRule.Count, OutputNormalisation.Classes);

    /// <summary>
    /// What made the published numbers: the highest scores leave, scored by the cosine coefficients, log-softmax
    /// over the batch. The count rule stands in for the published quantile rule, which relies on the noise of
    /// an inexact solver (<see cref="SelectionRule.Quantile"/> has it literally).
    /// </summary>
    public static Variant AsPublished { get; } =
        new(ClippedSide.Highest, ScoreDomain.Coefficients, SelectionRule.Count, OutputNormalisation.Batch);
}
