namespace DtcGen.Samples.InferenceApp;

/// <summary>How a model is.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Version">The version that answers.</param>
/// <param name="LoadedAt">Since when.</param>
/// <param name="Waiting">How many images wait for it.</param>
/// <param name="Problem">Why the file as it is now is not what answers; null when it is.</param>
internal sealed record ModelHealth(string Name, string Version, DateTimeOffset LoadedAt, int Waiting, string? Problem);
