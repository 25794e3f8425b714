namespace DtcGen.Samples;

/// <summary>What the dense network reached when it went on training for as long as the compression took.</summary>
/// <param name="Accuracy">The share of the test images that it gets right.</param>
/// <param name="Seconds">How long it went on.</param>
/// <param name="Epochs">How many passes over the training set that were.</param>
public sealed record ControlResult(double Accuracy, double Seconds, int Epochs);
