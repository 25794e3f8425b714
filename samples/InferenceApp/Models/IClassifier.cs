namespace DtcGen.Samples.InferenceApp;

/// <summary>A loaded model: images in, a score per class out.</summary>
internal interface IClassifier : IDisposable
{
    /// <summary>The images it takes.</summary>
    ImageShape Input { get; }

    /// <summary>What its file says about it.</summary>
    ModelFacts Facts { get; }

    /// <summary>Runs the model. One call at a time.</summary>
    /// <param name="images">Images with pixels from 0 to 1, each of <see cref="Input"/>'s length; at least one.</param>
    /// <returns>For each image, the probability of each class.</returns>
    float[][] Classify(IReadOnlyList<float[]> images);
}
