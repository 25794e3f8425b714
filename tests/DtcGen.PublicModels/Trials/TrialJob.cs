namespace DtcGen.PublicModels.Trials;

/// <summary>A class to run.</summary>
/// <param name="Class">What names it in the results.</param>
/// <param name="Assembly">The file of its assembly.</param>
/// <param name="Type">Its metadata name.</param>
/// <param name="Texts">The texts in its source, which its constructor may ask for.</param>
/// <param name="FirstAttempt">The attempt to begin with: those before took too much time or memory.</param>
internal sealed record TrialJob(string Class, string Assembly, string Type, IReadOnlyList<string> Texts, int FirstAttempt = 0);
