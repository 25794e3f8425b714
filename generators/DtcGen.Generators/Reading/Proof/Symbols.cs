using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DtcGen.Generators.Reading.Proof;

/// <summary>What C# says of symbols that Roslyn does not say in one call.</summary>
internal static class Symbols
{
    /// <summary>The member that a member overrides in the end; itself when it overrides none.</summary>
    public static ISymbol Root(ISymbol member)
    {
        while (Overridden(member) is { } overridden)
        {
            member = overridden;
        }

        return member.OriginalDefinition;
    }

    /// <summary>What an object of exactly this class runs when a method is called on it.</summary>
    public static IMethodSymbol MostDerived(INamedTypeSymbol type, IMethodSymbol method)
    {
        if (method is { IsVirtual: false, IsOverride: false, IsAbstract: false })
        {
            return method;
        }

        var root = Root(method);
        for (var current = type; current is not null; current = current.BaseType)
        {
            if (current.GetMembers(method.Name)
                .OfType<IMethodSymbol>()
                .FirstOrDefault(member => SymbolEqualityComparer.Default.Equals(Root(member), root)) is { } found)
            {
                return found;
            }
        }

        return method;
    }

    /// <summary>The parameter that an argument goes to; null when that cannot be told.</summary>
    public static IParameterSymbol? Parameter(IMethodSymbol method, ArgumentSyntax argument)
    {
        if (argument.NameColon is { Name.Identifier.ValueText: var name })
        {
            return (method.ReducedFrom ?? method).Parameters.FirstOrDefault(parameter => parameter.Name == name);
        }

        // An extension's first parameter stands before the dot.
        var all = method.ReducedFrom ?? method;
        var index = argument.Parent is ArgumentListSyntax list ? list.Arguments.IndexOf(argument) : -1;
        index += index >= 0 ? all.Parameters.Length - method.Parameters.Length : 0;
        return index >= 0 && index < all.Parameters.Length ? all.Parameters[index] : null;
    }

    private static ISymbol? Overridden(ISymbol member) => member switch
    {
        IMethodSymbol method => method.OverriddenMethod,
        IPropertySymbol property => property.OverriddenProperty,
        _ => null,
    };
}
