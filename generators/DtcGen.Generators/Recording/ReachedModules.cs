using DtcGen.Generators.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DtcGen.Generators.Recording;

/// <summary>The module classes of the compilation whose objects a model can hold.</summary>
internal sealed class ReachedModules(RecordingSession session)
{
    private readonly HashSet<INamedTypeSymbol> _reached = new(SymbolEqualityComparer.Default);
    private readonly Queue<INamedTypeSymbol> _waiting = new();
    private readonly List<INamedTypeSymbol> _constructed = [];
    private bool _holdsAny;

    public static IReadOnlyList<INamedTypeSymbol> Of(RecordingSession session) => new ReachedModules(session).Find();

    private IReadOnlyList<INamedTypeSymbol> Find()
    {
        Add(session.Model);
        Walk();
        var isSettled = false;
        while (!isSettled)
        {
            isSettled = true;
            foreach (var type in session.Types.Where(type => !_reached.Contains(type) && IsPossible(type)))
            {
                Add(type);
                isSettled = false;
            }

            Walk();
        }

        return [.. _constructed.Where(type => session.Torch.IsModule(type) && type is { TypeKind: TypeKind.Class, IsStatic: false })];
    }

    // A class that derives from a reached one may stand in its place, and any module in that of a module.
    private bool IsPossible(INamedTypeSymbol type)
    {
        // Another marked class brings its own recorded forward when it is met.
        if (_holdsAny && session.Torch.IsModule(type)
            && !type.GetAttributes().Any(static attribute => attribute.AttributeClass?.ToDisplayString() == ModelReader.AttributeName))
        {
            return true;
        }

        for (var known = type.BaseType; known is not null; known = known.BaseType)
        {
            if (_reached.Contains(known.OriginalDefinition))
            {
                return true;
            }
        }

        return type.AllInterfaces.Any(face => _reached.Contains(face.OriginalDefinition));
    }

    private void Walk()
    {
        while (_waiting.Count > 0)
        {
            session.Cancellation.ThrowIfCancellationRequested();
            foreach (var symbol in session.Mentioned(_waiting.Dequeue(), Mentioned))
            {
                AddSymbol(symbol);
            }
        }
    }

    private IEnumerable<ISymbol> Mentioned(INamedTypeSymbol type)
        => type.DeclaringSyntaxReferences
            .Select(reference => reference.GetSyntax(session.Cancellation))
            .SelectMany(declaration => declaration.DescendantNodes(static node => node is not BaseListSyntax)
                .Select(node => Mentioned(node, session.SemanticModel(declaration.SyntaxTree))))
            .OfType<ISymbol>()
            .Where(static symbol => symbol is ITypeSymbol or IMethodSymbol or IFieldSymbol or IPropertySymbol);

    private ISymbol? Mentioned(SyntaxNode node, SemanticModel semantics) => node switch
    {
        IdentifierNameSyntax { IsVar: true } => null,
        TypeSyntax name when CanMatter(name) => semantics.GetSymbolInfo(name, session.Cancellation).Symbol,
        ImplicitObjectCreationExpressionSyntax creation => semantics.GetTypeInfo(creation, session.Cancellation).Type,
        _ => null,
    };

    // To ask what a name means takes long, and most are of local variables and of TorchSharp. What stands between the brackets of a
    // generic one is a name of its own.
    private bool CanMatter(TypeSyntax name) => name switch
    {
        PredefinedTypeSyntax => false,
        SimpleNameSyntax { Identifier.ValueText: var text } => text is "Module" or "IModule" || session.IsNamed(text),
        QualifiedNameSyntax { Right: var last } => CanMatter(last),
        _ => true,
    };

    private void AddSymbol(ISymbol? symbol)
    {
        switch (symbol)
        {
            case INamedTypeSymbol type:
                Add(type);
                break;
            case IArrayTypeSymbol array:
                AddSymbol(array.ElementType);
                break;
            case IMethodSymbol method when session.IsSource(method):
                Add(method.ContainingType);
                AddSymbol(method.ReturnType);
                break;
            case IFieldSymbol field when session.IsSource(field):
                Add(field.ContainingType);
                AddSymbol(field.Type);
                break;
            case IPropertySymbol property when session.IsSource(property):
                Add(property.ContainingType);
                AddSymbol(property.Type);
                break;
        }
    }

    private void Add(INamedTypeSymbol type)
    {
        foreach (var argument in type.TypeArguments)
        {
            AddSymbol(argument);
        }

        if (!session.IsSource(type))
        {
            _holdsAny |= type.Name is "Module" or "IModule" && session.Torch.IsModule(type);
            return;
        }

        if (!type.IsUnboundGenericType && type.TypeArguments.All(static argument => argument.TypeKind != TypeKind.TypeParameter)
            && !_constructed.Contains(type, SymbolEqualityComparer.Default))
        {
            _constructed.Add(type);
        }

        if (_reached.Add(type.OriginalDefinition))
        {
            _waiting.Enqueue(type.OriginalDefinition);
            if (type.BaseType is { } parent && session.IsSource(parent))
            {
                Add(parent);
            }
        }
    }
}
