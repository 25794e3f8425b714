using DtcGen.Generators.Reading;
using Microsoft.CodeAnalysis;

namespace DtcGen.Generators.Recording;

/// <summary>
/// How an argument of forward, or a part of one, is recorded: which tensors it brings, and how it is put together again out of others.
/// </summary>
/// <param name="Tensors">An expression: the tensors, as an array; null when it brings none.</param>
/// <param name="Names">An expression: what they are called, as an array.</param>
/// <param name="Value">An expression: the argument made of <c>next()</c>, the tensors in order.</param>
internal sealed record ForwardInput(string? Tensors, string? Names, string Value)
{
    private const string Tensor = $"global::{GeneratedNames.Tensor}";
    private const string Enumerable = "global::System.Linq.Enumerable";

    /// <summary>How a parameter is recorded.</summary>
    /// <param name="parameter">The parameter.</param>
    /// <param name="session">What is shared.</param>
    /// <param name="fields">Opens the fields of classes that tensors come in.</param>
    public static ForwardInput Of(IParameterSymbol parameter, RecordingSession session, FieldAccessors fields)
        => Of(CSharpText.Identifier(parameter.Name), parameter.Name, parameter.Type, session, fields, []) is { } input ? input
            : throw new UnrecordableException(
                parameter.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(session.Cancellation),
                $"forward takes tensors in a {parameter.Type.Name}, which cannot be made again with others: give it tensors, lists, dictionaries or tuples of them, or a class of this project");

    /// <summary>What forward returns, as something whose tensors the recorder finds.</summary>
    public static string Returned(ITypeSymbol type, string value, RecordingSession session)
        => session.HoldsTensors(type) ? value
            : type is INamedTypeSymbol named
                && TensorProperties(named, session).Select(static property => property.Name).ToArray() is { Length: > 0 } properties
                ? $"new object?[] {{ {string.Join(", ", properties.Select(property => $"{value}.{property}"))} }}"
                : value;

    // Null when what it brings cannot be told, or it cannot be made again.
    private static ForwardInput? Of(
        string text, string label, ITypeSymbol type, RecordingSession session, FieldAccessors fields, IReadOnlyList<ITypeSymbol> within)
    {
        if (session.Torch.HoldsTensor(type))
        {
            return new ForwardInput(
                $"({text} is null ? ({Tensor}[])[] : [{text}])",
                $"({text} is null ? (string[])[] : [{CSharpText.Literal(label)}])",
                $"({text} is null ? null! : ({CSharpText.Type(type)})next())");
        }

        if (!session.HoldsTensors(type) && !HasTensors(type, session, []))
        {
            return new ForwardInput(null, null, text);
        }

        if (IsListOfTensors(type, session))
        {
            var made = type is INamedTypeSymbol { Name: "List" } ? "ToList" : "ToArray";
            return new ForwardInput(
                $"({text} is null ? ({Tensor}[])[] : [.. {text}])",
                $"({text} is null ? (string[])[] : [.. {Enumerable}.Select({text}, (_, i) => $\"{label}_{{i}}\")])",
                $"({text} is null ? null! : {Enumerable}.{made}({Enumerable}.Select({text}, _ => next())))");
        }

        if (type is INamedTypeSymbol { Name: "Dictionary" or "IDictionary" or "IReadOnlyDictionary", TypeArguments: [_, var item] }
            && session.Torch.HoldsTensor(item))
        {
            return new ForwardInput(
                $"({text} is null ? ({Tensor}[])[] : [.. {text}.Values])",
                $"({text} is null ? (string[])[] : [.. {Enumerable}.Select({text}.Keys, key => $\"{label}_{{key}}\")])",
                $"({text} is null ? null! : {Enumerable}.ToDictionary({text}, pair => pair.Key, _ => next()))");
        }

        if (type is INamedTypeSymbol { IsTupleType: true } tuple)
        {
            var parts = tuple.TupleElements
                .Select(element => Of($"{text}.{element.Name}", $"{label}_{element.Name}", element.Type, session, fields, within))
                .ToArray();
            return parts.Contains(null) ? null : new ForwardInput(
                Together(Tensor, parts.Select(static part => part!.Tensors)),
                Together("string", parts.Select(static part => part!.Names)),
                $"({string.Join(", ", parts.Select(static part => part!.Value))})");
        }

        return type is INamedTypeSymbol { TypeKind: TypeKind.Class } named && session.IsSource(named)
            && !within.Contains(named, SymbolEqualityComparer.Default)
            ? Object(text, label, named, session, fields, [.. within, named])
            : null;
    }

    // A copy of the object, whose fields that bring tensors are given others.
    private static ForwardInput? Object(
        string text,
        string label,
        INamedTypeSymbol type,
        RecordingSession session,
        FieldAccessors fields,
        IReadOnlyList<ITypeSymbol> within)
    {
        var copy = $"copy{within.Count}";
        var (tensors, names, changes) = (new List<string?>(), new List<string?>(), new List<string>());
        for (var current = type; current is not null && session.IsSource(current); current = current.BaseType)
        {
            foreach (var field in current.GetMembers()
                .OfType<IFieldSymbol>()
                .Where(static field => field is { IsStatic: false, IsConst: false }))
            {
                if (!session.HoldsTensors(field.Type) && !HasTensors(field.Type, session, []))
                {
                    continue;
                }

                if (fields.Open(field) is not { } accessor
                    || Of(
                        $"{accessor}({text})!",
                        $"{label}_{(field.AssociatedSymbol ?? field).Name}",
                        field.Type,
                        session,
                        fields,
                        within) is not { } part)
                {
                    return null;
                }

                tensors.Add(part.Tensors);
                names.Add(part.Names);
                changes.Add($"{accessor}({copy}) = {part.Value};");
            }
        }

        var name = CSharpText.Type(type.WithNullableAnnotation(NullableAnnotation.NotAnnotated));
        return new ForwardInput(
            $"({text} is null ? ({Tensor}[])[] : {Together(Tensor, tensors)})",
            $"({text} is null ? (string[])[] : {Together("string", names)})",
            $"({text} is null ? null! : ((global::System.Func<{name}>)(() => {{ var {copy} = ({name}){fields.Clone()}({text}); {string.Join(" ", changes)} return {copy}; }}))())");
    }

    private static string Together(string item, IEnumerable<string?> lists)
        => $"({item}[])[{string.Join(", ", lists.OfType<string>().Select(static list => $".. {list}"))}]";

    private static bool HasTensors(ITypeSymbol type, RecordingSession session, IReadOnlyList<ITypeSymbol> within)
        => type is INamedTypeSymbol named && session.IsSource(named) && !within.Contains(named, SymbolEqualityComparer.Default)
            && (named.GetMembers().OfType<IFieldSymbol>().Any(field => !field.IsStatic
                    && (session.HoldsTensors(field.Type) || HasTensors(field.Type, session, [.. within, named])))
                || (named.BaseType is { } parent && HasTensors(parent, session, [.. within, named])));

    private static IEnumerable<IPropertySymbol> TensorProperties(INamedTypeSymbol type, RecordingSession session)
        => type.GetMembers()
            .OfType<IPropertySymbol>()
            .Where(property => !property.IsStatic && property.DeclaredAccessibility == Accessibility.Public
                && session.HoldsTensors(property.Type));

    private static bool IsListOfTensors(ITypeSymbol type, RecordingSession session) => type switch
    {
        IArrayTypeSymbol { Rank: 1 } array => session.Torch.HoldsTensor(array.ElementType),
        INamedTypeSymbol
        {
            Name: "List" or "IList" or "IReadOnlyList" or "IEnumerable" or "ICollection" or "IReadOnlyCollection", TypeArguments: [var item]
        }
            => session.Torch.HoldsTensor(item),
        _ => false,
    };
}
