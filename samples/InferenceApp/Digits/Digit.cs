namespace DtcGen.Samples.InferenceApp;

/// <summary>A digit of the page's gallery.</summary>
/// <param name="Label">What it is.</param>
/// <param name="Pixels">28 × 28 pixels from 0 (dark) to 255 (light), row by row.</param>
internal sealed record Digit(string Label, byte[] Pixels);
