using Microsoft.CodeAnalysis;

namespace DtcGen.Generators.Reading.Proof;

/// <summary>What a field holds once its module is made.</summary>
/// <param name="Value">The expression that it was given last; null when it was given none, so that it holds its type's default.</param>
/// <param name="Step">The constructor that gives it, counted in the order in which they run; -1 for an initialiser.</param>
/// <param name="Position">Where in that constructor's file.</param>
/// <param name="Why">Why the source alone does not decide it, as the end of a sentence; null when it does.</param>
/// <param name="Objection">What stands in the way, where that is in the source.</param>
internal sealed record FieldValue(IOperation? Value, int Step, int Position, string? Why = null, SyntaxNode? Objection = null)
{
    public static FieldValue Undecided(SyntaxNode? objection, string why) => new(null, -1, 0, why, objection);
}
