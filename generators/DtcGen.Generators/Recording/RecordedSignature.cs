using DtcGen.Generators.Reading;
using Microsoft.CodeAnalysis;

namespace DtcGen.Generators.Recording;

/// <summary>The parts of a method's signature, as the recorded copy of the method has them.</summary>
internal static class RecordedSignature
{
    /// <summary>A parameter, as its declaration has it.</summary>
    public static string Parameter(IParameterSymbol parameter)
    {
        var modifier = parameter.IsParams ? "params " : parameter.RefKind == RefKind.In ? "in " : Reference(parameter);
        return $"{modifier}{CSharpText.Type(parameter.Type)} {CSharpText.Identifier(parameter.Name)}{Default(parameter)}";
    }

    /// <summary>What stands before an argument for a parameter.</summary>
    public static string Reference(IParameterSymbol parameter) => parameter.RefKind switch
    {
        RefKind.Out => "out ",
        RefKind.Ref => "ref ",
        _ => string.Empty,
    };

    /// <summary>The type parameters of a method and, where it stands outside of them, of the types around it.</summary>
    public static string TypeParameters(IMethodSymbol method, bool isInside)
    {
        var names = AllTypeParameters(method, isInside).Select(static parameter => CSharpText.Identifier(parameter.Name)).ToArray();
        return names.Length == 0 ? string.Empty : $"<{string.Join(", ", names)}>";
    }

    /// <summary>Their constraints.</summary>
    public static string Constraints(IMethodSymbol method, bool isInside) => ConstraintsOf(AllTypeParameters(method, isInside));

    /// <summary>The constraints of type parameters, as a declaration has them.</summary>
    public static string ConstraintsOf(IEnumerable<ITypeParameterSymbol> parameters)
    {
        var clauses = new List<string>();
        foreach (var parameter in parameters)
        {
            var constraints = new List<string>();
            if (parameter.HasUnmanagedTypeConstraint)
            {
                constraints.Add("unmanaged");
            }
            else if (parameter.HasValueTypeConstraint)
            {
                constraints.Add("struct");
            }
            else if (parameter.HasReferenceTypeConstraint)
            {
                constraints.Add("class");
            }
            else if (parameter.HasNotNullConstraint)
            {
                constraints.Add("notnull");
            }

            constraints.AddRange(parameter.ConstraintTypes.Select(CSharpText.Type));
            if (parameter.HasConstructorConstraint)
            {
                constraints.Add("new()");
            }

            if (constraints.Count > 0)
            {
                clauses.Add($"\n    where {CSharpText.Identifier(parameter.Name)} : {string.Join(", ", constraints)}");
            }
        }

        return string.Concat(clauses);
    }

    private static string Default(IParameterSymbol parameter)
    {
        if (!parameter.HasExplicitDefaultValue)
        {
            return string.Empty;
        }

        var value = parameter.ExplicitDefaultValue;
        if (value is null)
        {
            return " = default!";
        }

        // A constant has no nullable type.
        var type = parameter.Type is INamedTypeSymbol
        {
            OriginalDefinition.SpecialType: SpecialType.System_Nullable_T, TypeArguments: [var inner]
        }
            ? inner
            : parameter.Type;
        return type.TypeKind == TypeKind.Enum
            ? $" = ({CSharpText.Type(type)})({CSharpText.Literal(value)})"
            : $" = {CSharpText.Literal(value)}";
    }

    private static IEnumerable<ITypeParameterSymbol> AllTypeParameters(IMethodSymbol method, bool isInside)
    {
        if (!isInside)
        {
            var owners = new Stack<INamedTypeSymbol>();
            for (var type = method.ContainingType; type is not null; type = type.ContainingType)
            {
                owners.Push(type);
            }

            foreach (var parameter in owners.SelectMany(static owner => owner.TypeParameters))
            {
                yield return parameter;
            }
        }

        foreach (var parameter in method.TypeParameters)
        {
            yield return parameter;
        }
    }
}
