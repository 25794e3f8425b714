namespace DtcGen.PublicModels.Trials;

/// <summary>What running a class showed.</summary>
/// <param name="Class">The class.</param>
/// <param name="Outcome">What came of it.</param>
/// <param name="Reason">Why, where it did not pass.</param>
/// <param name="Detail">More of it, for who mends it.</param>
/// <param name="Arguments">What it was constructed with.</param>
/// <param name="Inputs">What its forward was given.</param>
/// <param name="Groups">How many neuron groups it has.</param>
/// <param name="Pinned">How many layers keep their neurons.</param>
internal sealed record TrialResult(
    string Class,
    Outcome Outcome,
    string? Reason = null,
    string? Detail = null,
    string? Arguments = null,
    string? Inputs = null,
    int Groups = 0,
    int Pinned = 0);
