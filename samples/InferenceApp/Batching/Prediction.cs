namespace DtcGen.Samples.InferenceApp;

/// <summary>A model's answer for an image.</summary>
/// <param name="Model">The model's name.</param>
/// <param name="Version">The version that answered: the beginning of its file's SHA-256 sum.</param>
/// <param name="Class">The most probable class.</param>
/// <param name="Probabilities">The probability of each class, in the model's order.</param>
/// <param name="Milliseconds">How long the model ran for the batch that the image was in.</param>
/// <param name="BatchSize">How many images that batch had.</param>
internal sealed record Prediction(
    string Model, string Version, string Class, IReadOnlyList<float> Probabilities, double Milliseconds, int BatchSize);
