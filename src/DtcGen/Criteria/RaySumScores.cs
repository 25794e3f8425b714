namespace DtcGen.Criteria;

/// <summary>Scores from one number per neuron on either side.</summary>
internal static class RaySumScores
{
    /// <summary>|previous + next| for each neuron.</summary>
    public static double[] OfMagnitude(double[] previous, double[] next)
    {
        var scores = new double[previous.Length];
        for (var i = 0; i < scores.Length; i++)
        {
            scores[i] = Math.Abs(previous[i] + next[i]);
        }

        return scores;
    }
}
