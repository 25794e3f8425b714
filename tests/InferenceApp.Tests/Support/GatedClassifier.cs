namespace DtcGen.Samples.InferenceApp.Tests;

/// <summary>A classifier that answers only when it is let, so that a test decides what waits.</summary>
internal sealed class GatedClassifier(IClassifier inner, SemaphoreSlim gate, Action<int> started) : IClassifier
{
    public ImageShape Input => inner.Input;

    public ModelFacts Facts => inner.Facts;

    public float[][] Classify(IReadOnlyList<float[]> images)
    {
        started(images.Count);
        gate.Wait(TimeSpan.FromSeconds(60));
        return inner.Classify(images);
    }

    public void Dispose() => inner.Dispose();
}
