using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DtcGen.Generators.Reading.Proof;

/// <summary>Finds every place where the source names a field, a local variable or a parameter. Lives only as long as one reading.</summary>
internal sealed class Mentions(Compilation compilation, ReadingSession session)
{
    private readonly Dictionary<SyntaxNode, ILookup<string, IdentifierNameSyntax>> _identifiers = [];

    private bool? _hasOwnCall;

    /// <summary>Where a symbol is named, its declaration aside.</summary>
    /// <param name="symbol">The symbol.</param>
    /// <param name="where">Which places matter: what an identifier means is asked for these alone.</param>
    public IEnumerable<IdentifierNameSyntax> Of(ISymbol symbol, Func<IdentifierNameSyntax, bool> where)
        => Scopes(symbol.OriginalDefinition)
            .SelectMany(scope => Identifiers(scope)[symbol.Name])
            .Where(where)
            .Where(identifier => SymbolEqualityComparer.Default.Equals(
                session.Symbol(identifier)?.OriginalDefinition, symbol.OriginalDefinition));

    /// <summary>Whether a local variable or parameter gets another value than the one that it begins with.</summary>
    public bool IsWritten(ISymbol symbol) => Of(symbol, Written.Is).Any();

    /// <summary>
    /// Whether an identifier stands where a module is called by TorchSharp's <c>call</c>: nearly all do, and nothing
    /// changes there.
    /// </summary>
    public bool IsCalled(IdentifierNameSyntax identifier)
        => identifier.Parent is MemberAccessExpressionSyntax
        {
            Name.Identifier.ValueText: "call", Parent: InvocationExpressionSyntax
        } member
            && member.Expression == identifier
            && !(_hasOwnCall ??= compilation.ContainsSymbolsWithName("call", SymbolFilter.Member));

    /// <summary>The identifiers in a piece of source, by their text.</summary>
    public ILookup<string, IdentifierNameSyntax> Identifiers(SyntaxNode scope)
    {
        if (!_identifiers.TryGetValue(scope, out var identifiers))
        {
            session.Used.Note(scope.SyntaxTree);
            identifiers = scope.DescendantNodes()
                .OfType<IdentifierNameSyntax>()
                .ToLookup(static identifier => identifier.Identifier.ValueText, StringComparer.Ordinal);
            _identifiers.Add(scope, identifiers);
        }

        return identifiers;
    }

    /// <summary>The files of the project that name something so.</summary>
    public IEnumerable<SyntaxNode> Files(string name)
    {
        session.Used.NoteName(name);
        var files = compilation.SyntaxTrees.Where(file => FileNames.Of(file).Contains(name)).ToList();
        files.ForEach(session.Used.Note);
        return files.Select(static file => file.GetRoot());
    }

    // The pieces of source that can name the symbol: its method, its class, or every file.
    private IEnumerable<SyntaxNode> Scopes(ISymbol symbol)
    {
        if (symbol is IFieldSymbol or IPropertySymbol)
        {
            return symbol.DeclaredAccessibility == Accessibility.Private
                ? session.Parts(symbol.ContainingType)
                : Files(symbol.Name);
        }

        // A primary constructor's parameter is named all over its class, in all its files.
        return symbol is IParameterSymbol { ContainingSymbol: IMethodSymbol method } && session.Declaration(method) is TypeDeclarationSyntax
            ? session.Parts(method.ContainingType)
            : session.Declaration(symbol)?.FirstAncestorOrSelf<MemberDeclarationSyntax>() is { } member ? [member] : [];
    }
}
