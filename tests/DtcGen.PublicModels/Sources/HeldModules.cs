using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DtcGen.PublicModels.Sources;

/// <summary>Finds the module classes that other module classes hold or make: the blocks of which models consist.</summary>
internal static class HeldModules
{
    /// <summary>A class's file and name, which are the same in each project that compiles it.</summary>
    public static string Key(INamedTypeSymbol type)
        => $"{type.DeclaringSyntaxReferences[0].SyntaxTree.FilePath}|{ModuleSymbols.MetadataName(type)}";

    public static IEnumerable<string> Of(CompiledProject project)
    {
        foreach (var tree in project.Compilation.SyntaxTrees)
        {
            var model = project.Compilation.GetSemanticModel(tree);
            foreach (var holder in tree.GetRoot().DescendantNodes().OfType<ClassDeclarationSyntax>())
            {
                if (model.GetDeclaredSymbol(holder) is not { } type || !ModuleSymbols.IsModule(type))
                {
                    continue;
                }

                foreach (var name in holder.Members
                    .Where(static member => member is not TypeDeclarationSyntax)
                    .SelectMany(static member => member.DescendantNodes().OfType<SimpleNameSyntax>()))
                {
                    if (model.GetSymbolInfo(name).Symbol is INamedTypeSymbol { DeclaringSyntaxReferences.Length: > 0 } held
                        && !SymbolEqualityComparer.Default.Equals(held.OriginalDefinition, type)
                        && ModuleSymbols.IsModule(held.OriginalDefinition))
                    {
                        yield return Key(held.OriginalDefinition);
                    }
                }
            }
        }
    }
}
