using DtcGen.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DtcGen.Generators.Reading.Proof;

/// <summary>
/// Finds what the project derives from a marked class: what is generated for the one would be asked of the other, which
/// computes something else.
/// </summary>
internal static class Heirs
{
    public static void Check(ReadingSession session, INamedTypeSymbol model)
    {
        for (var type = model.BaseType; type is not null && !session.Torch.IsOwn(type); type = type.BaseType)
        {
            if (IsMarked(type))
            {
                Report(session, model, model.Locations.FirstOrDefault(), type, "mark only one of them");
            }
        }

        if (!model.IsSealed)
        {
            Check(session, model, model, []);
        }
    }

    private static void Check(ReadingSession session, INamedTypeSymbol model, INamedTypeSymbol type, HashSet<string> seen)
    {
        if (!seen.Add(type.Name))
        {
            return;
        }

        foreach (var heir in Of(session, type))
        {
            if (heir.GetMembers()
                .FirstOrDefault(member => member.IsOverride
                    && Symbols.Root(member) is var root
                    && (root is IMethodSymbol { Name: "forward" } || session.IsDeclared(root))) is { } overriding && !IsMarked(heir))
            {
                Report(
                    session,
                    heir,
                    overriding.Locations.FirstOrDefault(),
                    model,
                    $"it overrides '{overriding.Name}', and what is generated for '{model.Name}' would be wrong for it. Mark the classes that derive, not the one that they derive from");
            }

            Check(session, model, heir, seen);
        }
    }

    private static IEnumerable<INamedTypeSymbol> Of(ReadingSession session, INamedTypeSymbol type)
        => session.Mentions.Files(type.Name)
            .SelectMany(file => session.Mentions.Identifiers(file)[type.Name])
            .Where(static name => name.FirstAncestorOrSelf<BaseTypeSyntax>() is { Type: var based }
                && (based == name || based is QualifiedNameSyntax qualified && qualified.Right == name))
            .Where(name => SymbolEqualityComparer.Default.Equals(session.Symbol(name)?.OriginalDefinition, type.OriginalDefinition))
            .Select(name => session.DeclaredSymbol(name.FirstAncestorOrSelf<TypeDeclarationSyntax>()!))
            .OfType<INamedTypeSymbol>()
            .Where(heir => SymbolEqualityComparer.Default.Equals(heir.BaseType?.OriginalDefinition, type.OriginalDefinition));

    private static void Report(ReadingSession session, INamedTypeSymbol heir, Location? at, INamedTypeSymbol marked, string why)
        => session.Report(Descriptors.DerivesFromMarked, at, heir.Name, marked.Name, why);

    private static bool IsMarked(INamedTypeSymbol type)
        => type.GetAttributes().Any(static attribute => attribute.AttributeClass?.ToDisplayString() == ModelReader.AttributeName);
}
