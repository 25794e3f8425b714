namespace DtcGen.Datasets;

/// <summary>Images to train with and images to test with.</summary>
/// <param name="Name">What the data is, for reports: "MNIST", "synthetic digits".</param>
/// <param name="ClassNames">The name of each class, by class number.</param>
/// <param name="Train">The training set.</param>
/// <param name="Test">The test set.</param>
public sealed record ImageDataset(string Name, IReadOnlyList<string> ClassNames, LabeledImages Train, LabeledImages Test);
