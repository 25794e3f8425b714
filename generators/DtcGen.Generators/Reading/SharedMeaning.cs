using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DtcGen.Generators.Reading;

/// <summary>
/// What does not depend on the class that is read, and costs most: what the source of a compilation means. All readings of the
/// compilation share it, and it goes with the compilation. Who asks notes what it looked into (<see cref="UsedSources"/>), whether
/// or not another reading had asked before.
/// </summary>
internal sealed class SharedMeaning
{
    private static readonly ConditionalWeakTable<Compilation, SharedMeaning> Known = new();

    private readonly Compilation _compilation;

    // They hold all that was bound, which is much: not longer than there is room for it.
    private readonly ConcurrentDictionary<SyntaxTree, WeakReference<SemanticModel>> _semanticModels = new();
    private readonly ConcurrentDictionary<INamedTypeSymbol, ImmutableArray<ISymbol>> _mentioned = new(SymbolEqualityComparer.Default);
    private readonly Lazy<ImmutableArray<INamedTypeSymbol>> _types;
    private readonly Lazy<HashSet<string>> _names;

    private SharedMeaning(Compilation compilation)
    {
        _compilation = compilation;
        _types = new(() => [.. AllTypes(compilation.Assembly.GlobalNamespace)]);
        _names = new(() => new HashSet<string>(
            Types.Select(static type => type.Name)
                .Concat(Types.SelectMany(static type => type.MemberNames))
                .Concat(compilation.SyntaxTrees.SelectMany(static tree => Aliases(tree.GetRoot()))),
            StringComparer.Ordinal));
    }

    /// <summary>Every type of the compilation.</summary>
    public ImmutableArray<INamedTypeSymbol> Types => _types.Value;

    /// <summary>Whether a name may be that of a type of the compilation, of one's member, or of what its usings call otherwise.</summary>
    public bool IsNamed(string name) => _names.Value.Contains(name);

    public static SharedMeaning Of(Compilation compilation)
        => Known.GetValue(compilation, static compilation => new SharedMeaning(compilation));

    public SemanticModel SemanticModel(SyntaxTree tree)
    {
        if (_semanticModels.TryGetValue(tree, out var reference) && reference.TryGetTarget(out var known))
        {
            return known;
        }

        var model = _compilation.GetSemanticModel(tree);
        _semanticModels[tree] = new WeakReference<SemanticModel>(model);
        return model;
    }

    /// <summary>What the declaration of a type mentions, each once, in order.</summary>
    /// <param name="type">The type.</param>
    /// <param name="find">Finds it, where no reading has yet.</param>
    public ImmutableArray<ISymbol> Mentioned(INamedTypeSymbol type, Func<INamedTypeSymbol, IEnumerable<ISymbol>> find)
        => _mentioned.GetOrAdd(type, type => [.. find(type).Distinct(SymbolEqualityComparer.Default)]);

    private static IEnumerable<string> Aliases(SyntaxNode root)
        => root.DescendantNodes(static node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax)
            .OfType<UsingDirectiveSyntax>()
            .Select(static directive => directive.Alias?.Name.Identifier.ValueText)
            .OfType<string>();

    private static IEnumerable<INamedTypeSymbol> AllTypes(INamespaceOrTypeSymbol scope)
    {
        foreach (var member in scope.GetMembers())
        {
            if (member is INamedTypeSymbol type)
            {
                yield return type;
            }

            if (member is INamespaceOrTypeSymbol inner)
            {
                foreach (var nested in AllTypes(inner))
                {
                    yield return nested;
                }
            }
        }
    }
}
