using Microsoft.CodeAnalysis;

namespace DtcGen.Generators.Reading;

/// <summary>Finds the types that generated code cannot name shortly, because something nearer to the model class has the name.</summary>
internal static class HiddenNames
{
    private const string Attribute = "Attribute";

    public static IEnumerable<string> Find(INamedTypeSymbol model, Compilation compilation)
    {
        var scope = compilation.GetCompilationNamespace(model.ContainingNamespace) ?? model.ContainingNamespace;
        return GeneratedNames.All.Where(name => Spellings(GeneratedNames.Simple(name)).Any(spelling =>
            scope.GetMembers(spelling).Any() || IsMember(model, spelling, hidesAsAny: GeneratedNames.Called.Contains(name))));
    }

    private static string[] Spellings(string name)
        => name.EndsWith(Attribute, StringComparison.Ordinal) ? [name, name.Substring(0, name.Length - Attribute.Length)] : [name];

    // Inside a class its members come first, then those of the types around it. Where a type is meant, only types hide it.
    private static bool IsMember(INamedTypeSymbol model, string name, bool hidesAsAny)
    {
        for (var outer = model; outer is not null; outer = outer.ContainingType)
        {
            if (outer.TypeParameters.Any(parameter => parameter.Name == name))
            {
                return true;
            }

            for (var current = outer; current is not null; current = current.BaseType)
            {
                if (current.GetMembers(name).Any(member => hidesAsAny || member is INamedTypeSymbol))
                {
                    return true;
                }
            }
        }

        return false;
    }
}
