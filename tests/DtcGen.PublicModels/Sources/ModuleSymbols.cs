using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DtcGen.PublicModels.Sources;

/// <summary>Tells which classes are modules that can be marked.</summary>
internal static class ModuleSymbols
{
    /// <summary>The module classes that files declare, each with its first declaration.</summary>
    public static IReadOnlyList<INamedTypeSymbol> In(CSharpCompilation compilation, IReadOnlySet<string> files)
    {
        var found = new HashSet<INamedTypeSymbol>(SymbolEqualityComparer.Default);
        return [
            .. from tree in compilation.SyntaxTrees
               where files.Contains(tree.FilePath)
               let model = compilation.GetSemanticModel(tree)
               from declaration in tree.GetRoot().DescendantNodes().OfType<ClassDeclarationSyntax>()
               let symbol = model.GetDeclaredSymbol(declaration)
               where symbol is { IsAbstract: false, IsStatic: false } && IsModule(symbol) && found.Add(symbol)
               select symbol
        ];
    }

    /// <summary>Whether a class derives from TorchSharp's modules.</summary>
    public static bool IsModule(INamedTypeSymbol type)
    {
        for (var current = type.BaseType; current is not null; current = current.BaseType)
        {
            if (current is { Name: "Module", ContainingType: { Name: "nn", ContainingType.Name: "torch" } })
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A class's name as reflection takes it.</summary>
    public static string MetadataName(INamedTypeSymbol type)
        => type.ContainingType is { } outer ? $"{MetadataName(outer)}+{type.MetadataName}"
            : type.ContainingNamespace is { IsGlobalNamespace: false } space ? $"{space.ToDisplayString()}.{type.MetadataName}"
            : type.MetadataName;
}
