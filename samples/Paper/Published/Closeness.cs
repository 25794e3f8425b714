namespace DtcGen.Samples.Paper;

/// <summary>How far a method's accuracies are from the published ones, before any smoothing.</summary>
/// <param name="FirstCycle">Ours minus published after the first cycle.</param>
/// <param name="MeanAbsolute">The mean distance over the first <see cref="Cycles"/> cycles.</param>
/// <param name="Largest">The largest distance over them.</param>
internal sealed record Closeness(double FirstCycle, double MeanAbsolute, double Largest)
{
    /// <summary>Training is chaotic: later cycles drift apart whatever one does, so only these are compared.</summary>
    public const int Cycles = 20;

    /// <summary>Compares two series of raw accuracies over the cycles that both have.</summary>
    /// <param name="ours">Ours.</param>
    /// <param name="published">The published ones.</param>
    public static Closeness Of(IReadOnlyList<double> ours, IReadOnlyList<double> published)
    {
        double[] distances = [.. ours.Zip(published, (a, b) => Math.Abs(a - b)).Take(Cycles)];
        return new Closeness(ours[0] - published[0], distances.Average(), distances.Max());
    }
}
