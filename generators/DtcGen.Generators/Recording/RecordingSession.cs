using DtcGen.Generators.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DtcGen.Generators.Recording;

/// <summary>What the rewriting of one model's methods shares. Lives only as long as that.</summary>
internal sealed class RecordingSession(
    Compilation compilation, INamedTypeSymbol model, TorchSymbols torch, UsedSources used, CancellationToken cancellation)
{
    private readonly Dictionary<SyntaxTree, SemanticModel> _semanticModels = [];
    private readonly Dictionary<IMethodSymbol, bool> _touching = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<ITypeSymbol, bool> _tensorTypes = new(SymbolEqualityComparer.Default);
    private readonly SharedMeaning _shared = SharedMeaning.Of(compilation);

    public Compilation Compilation { get; } = compilation;

    public INamedTypeSymbol Model { get; } = model;

    /// <summary>What tells this model from any other in names: its full name.</summary>
    public string ModelName { get; } = new(
        [.. model.ToDisplayString(SymbolDisplayFormat.CSharpErrorMessageFormat).Select(static c => char.IsLetterOrDigit(c) ? c : '_')]);

    public TorchSymbols Torch { get; } = torch;

    /// <summary>What of the source the rewriting has looked into.</summary>
    public UsedSources Used { get; } = used;

    public CancellationToken Cancellation { get; } = cancellation;

    /// <summary>Every type of the compilation.</summary>
    public IReadOnlyList<INamedTypeSymbol> Types => _shared.Types;

    public SemanticModel SemanticModel(SyntaxTree tree)
    {
        if (!_semanticModels.TryGetValue(tree, out var known))
        {
            Used.Note(tree);
            known = _shared.SemanticModel(tree);
            _semanticModels.Add(tree, known);
        }

        return known;
    }

    /// <summary>What the declaration of a type mentions, each once, in order.</summary>
    public IReadOnlyList<ISymbol> Mentioned(INamedTypeSymbol type, Func<INamedTypeSymbol, IEnumerable<ISymbol>> find)
    {
        Used.NoteParts(type);
        return _shared.Mentioned(type, find);
    }

    /// <summary>Whether a name may be that of something in the compilation.</summary>
    public bool IsNamed(string name) => _shared.IsNamed(name);

    public bool IsSource(ISymbol? symbol)
        => symbol is not null && SymbolEqualityComparer.Default.Equals(symbol.ContainingAssembly, Compilation.Assembly);

    public bool IsTorchSharp(ISymbol? symbol)
        => SymbolEqualityComparer.Default.Equals(symbol?.ContainingAssembly, Torch.Tensor.ContainingAssembly);

    /// <summary>Whether a type is a tensor, or a list, tuple, delegate or other generic type of tensors.</summary>
    public bool HoldsTensors(ITypeSymbol? type)
    {
        if (type is null)
        {
            return false;
        }

        if (!_tensorTypes.TryGetValue(type, out var holds))
        {
            _tensorTypes[type] = false;
            holds = type switch
            {
                IArrayTypeSymbol array => HoldsTensors(array.ElementType),
                INamedTypeSymbol named => Torch.HoldsTensor(named) || named.TypeArguments.Any(HoldsTensors),
                ITypeParameterSymbol parameter => parameter.ConstraintTypes.Any(HoldsTensors),
                _ => false,
            };
            _tensorTypes[type] = holds;
        }

        return holds;
    }

    /// <summary>Whether a method of the compilation does anything with tensors or modules, so that its calls must be recorded.</summary>
    public bool Touches(IMethodSymbol method)
    {
        var definition = method.OriginalDefinition;
        if (!_touching.TryGetValue(definition, out var touches))
        {
            _touching[definition] = false;
            touches = HoldsTensors(definition.ReturnType)
                || definition.Parameters.Any(parameter => HoldsTensors(parameter.Type) || Torch.IsModule(parameter.Type))
                || (IsSource(definition) && MethodBodies.Find(definition, Cancellation) is { } body && BodyTouches(body));
            _touching[definition] = touches;
        }

        return touches;
    }

    private bool BodyTouches(SyntaxNode body)
    {
        var semantics = SemanticModel(body.SyntaxTree);
        return body.DescendantNodesAndSelf().OfType<ExpressionSyntax>().Any(expression =>
            semantics.GetTypeInfo(expression, Cancellation).Type is { } type && (HoldsTensors(type) || Torch.IsModule(type)));
    }
}
