namespace DtcGen.Samples.InferenceApp;

/// <summary>Turns scores into probabilities.</summary>
internal static class Softmax
{
    public static float[] Of(ReadOnlySpan<float> scores)
    {
        var largest = float.NegativeInfinity;
        foreach (var score in scores)
        {
            largest = MathF.Max(largest, score);
        }

        double sum = 0;
        var probabilities = new float[scores.Length];
        for (var i = 0; i < scores.Length; i++)
        {
            probabilities[i] = MathF.Exp(scores[i] - largest);
            sum += probabilities[i];
        }

        for (var i = 0; i < scores.Length; i++)
        {
            probabilities[i] = (float)(probabilities[i] / sum);
        }

        return probabilities;
    }
}
