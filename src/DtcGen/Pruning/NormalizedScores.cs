namespace DtcGen;

/// <summary>Makes the scores of groups comparable.</summary>
internal static class NormalizedScores
{
    // As Torch-Pruning has it, so that results compare.
    private const double Least = 1e-8;

    /// <summary>Normalises the scores of a group.</summary>
    public static double[] Apply(ScoreNormalization normalization, double[] scores)
    {
        var mean = scores.Average();
        return normalization switch
        {
            ScoreNormalization.None => scores,
            ScoreNormalization.Mean => Divided(scores.Average(Math.Abs)),
            ScoreNormalization.Sum => Divided(scores.Sum(Math.Abs)),
            ScoreNormalization.Max => Divided(scores.Max(Math.Abs)),
            ScoreNormalization.Gaussian => Array.ConvertAll(scores, score => (score - mean) / (Deviation() + Least)),
            _ => throw new ArgumentOutOfRangeException(nameof(normalization), normalization, "There is no such normalisation."),
        };

        // Scores that are all zero stay so; by magnitudes, because to divide by less than zero would turn the order round.
        double[] Divided(double by) => by == 0 ? scores : Array.ConvertAll(scores, score => score / by);

        double Deviation()
            => scores.Length == 1 ? 0 : Math.Sqrt(scores.Sum(score => (score - mean) * (score - mean)) / (scores.Length - 1));
    }
}
