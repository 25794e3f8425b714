using System.Collections.Immutable;
using DtcGen.Generators.Collections;
using DtcGen.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DtcGen.Generators.Reading;

/// <summary>Reads how the annotated class and the types around it are declared.</summary>
internal static class TypeDeclarations
{
    /// <summary>What keeps a generated file from completing the class.</summary>
    public static ImmutableArray<DiagnosticRecord> Check(INamedTypeSymbol type, Location name, CancellationToken cancellation)
    {
        var diagnostics = ImmutableArray.CreateBuilder<DiagnosticRecord>();
        if (type.IsFileLocal)
        {
            diagnostics.Add(DiagnosticRecord.Create(Descriptors.FileLocal, LocationRecord.Of(name), type.Name));
        }

        if (!IsPartial(type, cancellation))
        {
            diagnostics.Add(DiagnosticRecord.Create(Descriptors.ClassNotPartial, LocationRecord.Of(name), type.Name));
        }

        for (var outer = type.ContainingType; outer is not null; outer = outer.ContainingType)
        {
            if (!IsPartial(outer, cancellation))
            {
                var location = LocationRecord.Of(outer.Locations.FirstOrDefault());
                diagnostics.Add(DiagnosticRecord.Create(Descriptors.ContainingTypeNotPartial, location, outer.Name, type.Name));
            }
        }

        return diagnostics.ToImmutable();
    }

    /// <summary>What the code that is generated must know of the class.</summary>
    public static ModelClass Describe(INamedTypeSymbol type, Compilation compilation)
        => new(
            type.ContainingNamespace is { IsGlobalNamespace: false } scope ? CSharpText.Namespace(scope) : null,
            Containing(type).ToEquatableArray(),
            Declared(type),
            HintName(type),
            MemberNames(type).Distinct().OrderBy(static member => member, StringComparer.Ordinal).ToEquatableArray(),
            HiddenNames.Find(type, compilation).ToEquatableArray(),
            compilation.GetTypeByMetadataName(GeneratedNames.OnnxModel) is not null);

    /// <summary>The types around a type, outermost first.</summary>
    public static IEnumerable<ContainingType> Containing(INamedTypeSymbol type)
    {
        var containing = new Stack<ContainingType>();
        for (var outer = type.ContainingType; outer is not null; outer = outer.ContainingType)
        {
            containing.Push(new ContainingType(Keyword(outer), Declared(outer)));
        }

        return containing;
    }

    /// <summary>Whether a generated file can complete a type.</summary>
    public static bool CanComplete(INamedTypeSymbol type, CancellationToken cancellation)
    {
        for (var outer = type; outer is not null; outer = outer.ContainingType)
        {
            if (!IsPartial(outer, cancellation) || outer.IsFileLocal)
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsPartial(INamedTypeSymbol type, CancellationToken cancellation)
        => type.DeclaringSyntaxReferences.Any(reference =>
            reference.GetSyntax(cancellation) is TypeDeclarationSyntax declaration && declaration.Modifiers.Any(SyntaxKind.PartialKeyword));

    private static string Keyword(INamedTypeSymbol type) => type switch
    {
        { TypeKind: TypeKind.Interface } => "interface",
        { TypeKind: TypeKind.Struct, IsRecord: true } => "record struct",
        { TypeKind: TypeKind.Struct } => "struct",
        { IsRecord: true } => "record",
        _ => "class",
    };

    /// <summary>A type's name with type parameters, as in a declaration.</summary>
    public static string Declared(INamedTypeSymbol type)
        => type.TypeParameters.Length == 0
            ? CSharpText.Identifier(type.Name)
            : $"{CSharpText.Identifier(type.Name)}<{string.Join(", ", type.TypeParameters.Select(static parameter => CSharpText.Identifier(parameter.Name)))}>";

    private static string HintName(INamedTypeSymbol type)
    {
        var parts = new Stack<string>();
        for (var current = type; current is not null; current = current.ContainingType)
        {
            parts.Push(current.MetadataName.Replace('`', '_'));
        }

        var scope = type.ContainingNamespace is { IsGlobalNamespace: false } named ? named.ToDisplayString() + "." : string.Empty;
        return $"{scope}{string.Join(".", parts)}.DualTomographic.g.cs";
    }

    private static IEnumerable<string> MemberNames(INamedTypeSymbol type)
    {
        yield return type.Name;
        for (var current = type;
            current is not null && SymbolEqualityComparer.Default.Equals(current.ContainingAssembly, type.ContainingAssembly);
            current = current.BaseType)
        {
            foreach (var member in current.GetMembers())
            {
                if (member.CanBeReferencedByName)
                {
                    yield return member.Name;
                }
            }
        }
    }
}
