using DtcGen.PublicModels.Trials;

namespace DtcGen.PublicModels.Marking;

/// <summary>All that is known of a class.</summary>
/// <param name="Folder">The folder that was given.</param>
/// <param name="Project">The project in it.</param>
/// <param name="Name">The class, by its metadata name.</param>
/// <param name="File">Its file, in the folder.</param>
/// <param name="IsWhole">Whether no other module class of the folder holds or makes it.</param>
/// <param name="Verdict">What became of it at compile time.</param>
/// <param name="Reason">Why it was refused, or why it does not compile.</param>
/// <param name="Declined">Why it is not read, where it is recorded.</param>
/// <param name="Problems">The compiler's messages of the generated code.</param>
/// <param name="Warnings">What else the generator reported.</param>
internal sealed record ClassReport(
    string Folder,
    string Project,
    string Name,
    string File,
    bool IsWhole,
    Verdict Verdict,
    Problem? Reason,
    Problem? Declined,
    IReadOnlyList<Problem> Problems,
    IReadOnlyList<Problem> Warnings)
{
    /// <summary>What names it among all.</summary>
    public string Key => $"{Folder}/{Project}/{Name}";

    /// <summary>What running it showed.</summary>
    public TrialResult? Trial { get; init; }
}
