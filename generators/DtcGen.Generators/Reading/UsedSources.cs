using Microsoft.CodeAnalysis;

namespace DtcGen.Generators.Reading;

/// <summary>
/// What one reading has looked into: the files of which it has seen more than declarations, and the names whose mentions it
/// has looked for in all files. How long the reading may be kept depends on it (<see cref="KeptReading"/>), so whatever looks
/// into a method's body, a field's initialiser or a place in a file notes that file here.
/// </summary>
internal sealed class UsedSources
{
    private readonly HashSet<SyntaxTree> _files = [];
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);

    /// <summary>Notes a file of which more than declarations counts.</summary>
    public void Note(SyntaxTree file) => _files.Add(file);

    /// <summary>Notes the files of all parts of a symbol's declaration.</summary>
    public void NoteParts(ISymbol symbol)
    {
        foreach (var part in symbol.DeclaringSyntaxReferences)
        {
            Note(part.SyntaxTree);
        }
    }

    /// <summary>Notes that a file counts from now on when it mentions a name.</summary>
    public void NoteName(string name) => _names.Add(name);

    public bool Has(SyntaxTree file) => _files.Contains(file);

    /// <summary>Whether a file mentions one of the names that were looked for.</summary>
    public bool IsMentionedIn(SyntaxTree file) => FileNames.Of(file).Overlaps(_names);
}
