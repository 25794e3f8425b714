namespace DtcGen.Samples.InferenceApp;

/// <summary>Turns scores into probabilities.</summary>
internal static class Softmax
{
    public static float[] Of(ReadOnlySpan<float> scores)
    {
        float largest = float.NegativeInfinity;
        foreach (float score in scores)
        {
            largest = MathF.Max(largest, score);
        }

        double sum = 0;
        var probabilities = new float[scores.Length];
        for (int i = 0; i < scores.Length; i++)
        {
            probabilities[i] = MathF.Exp(scores[i] - largest);
            sum += probabilities[i];
        }

        for (int i = 0; i < scores.Length; i++)
        {
            probabilities[i] = (float)(probabilities[i] / sum);
        }

        return probabilities;
    }
}
