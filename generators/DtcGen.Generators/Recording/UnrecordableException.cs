using Microsoft.CodeAnalysis;

namespace DtcGen.Generators.Recording;

/// <summary>Code that cannot be rewritten so that it computes the same and is recorded.</summary>
/// <param name="at">The code.</param>
/// <param name="reason">What it is and what to do.</param>
internal sealed class UnrecordableException(SyntaxNode? at, string reason) : Exception(reason)
{
    public SyntaxNode? At { get; } = at;
}
