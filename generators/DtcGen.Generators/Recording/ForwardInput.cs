using DtcGen.Generators.Reading;
using Microsoft.CodeAnalysis;

namespace DtcGen.Generators.Recording;

/// <summary>How a parameter of forward is recorded: which tensors it brings, and how it is put together again out of others.</summary>
/// <param name="Tensors">An expression: the tensors, as a list.</param>
/// <param name="Names">An expression: what they are called, as a list.</param>
/// <param name="Value">An expression: the parameter made of <c>Next()</c>, the tensors in order.</param>
internal sealed record ForwardInput(string? Tensors, string? Names, string Value)
{
    /// <summary>How a parameter is recorded.</summary>
    public static ForwardInput Of(IParameterSymbol parameter, RecordingSession session)
    {
        var name = CSharpText.Identifier(parameter.Name);
        var label = CSharpText.Literal(parameter.Name);
        var type = parameter.Type;
        if (session.Torch.HoldsTensor(type))
        {
            return new ForwardInput(
                $"({name} is null ? [] : [{name}])",
                $"({name} is null ? [] : [{label}])",
                $"{name} is null ? null! : ({CSharpText.Type(type)})next()");
        }

        if (!session.HoldsTensors(type) && !HasTensors(type, session))
        {
            return new ForwardInput(null, null, name);
        }

        if (IsListOfTensors(type, session))
        {
            var made = type is INamedTypeSymbol { Name: "List" }
                ? "global::System.Linq.Enumerable.ToList"
                : "global::System.Linq.Enumerable.ToArray";
            return new ForwardInput(
                $"({name} is null ? [] : [.. {name}])",
                $"({name} is null ? [] : [.. global::System.Linq.Enumerable.Select({name}, (_, i) => $\"{parameter.Name}_{{i}}\")])",
                $"{name} is null ? null! : {made}(global::System.Linq.Enumerable.Select({name}, _ => next()))");
        }

        if (type is INamedTypeSymbol { IsTupleType: true } tuple
            && tuple.TupleElements.All(element => session.Torch.HoldsTensor(element.Type)))
        {
            var items = tuple.TupleElements.Select(static element => element.Name).ToArray();
            return new ForwardInput(
                $"[{string.Join(", ", items.Select(item => $"{name}.{item}"))}]",
                $"[{string.Join(", ", items.Select(item => CSharpText.Literal($"{parameter.Name}_{item}")))}]",
                $"({string.Join(", ", items.Select(static _ => "next()"))})");
        }

        if (type is INamedTypeSymbol { IsRecord: true } record)
        {
            var tensors = TensorProperties(record, session).ToArray();
            if (tensors.Length > 0 && tensors.All(static property => property.SetMethod is not null))
            {
                return new ForwardInput(
                    $"[{string.Join(", ", tensors.Select(property => $".. {name}.{property.Name} is null ? (global::TorchSharp.torch.Tensor[])[] : [{name}.{property.Name}]"))}]",
                    $"[{string.Join(", ", tensors.Select(property => $".. {name}.{property.Name} is null ? (string[])[] : [{CSharpText.Literal($"{parameter.Name}_{property.Name}")}]"))}]",
                    $"{name} with {{ {string.Join(", ", tensors.Select(property => $"{property.Name} = {name}.{property.Name} is null ? null! : next()"))} }}");
            }
        }

        throw new UnrecordableException(
            parameter.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(session.Cancellation),
            $"forward takes tensors in a {type.Name}, which cannot be made again with others: give it tensors, lists or tuples of them, or a record");
    }

    /// <summary>What forward returns, as something whose tensors the recorder finds.</summary>
    public static string Returned(ITypeSymbol type, string value, RecordingSession session)
        => session.HoldsTensors(type) ? value
            : type is INamedTypeSymbol named
                && TensorProperties(named, session).Select(static property => property.Name).ToArray() is { Length: > 0 } properties
                ? $"new object?[] {{ {string.Join(", ", properties.Select(property => $"{value}.{property}"))} }}"
                : value;

    private static bool HasTensors(ITypeSymbol type, RecordingSession session)
        => type is INamedTypeSymbol named && session.IsSource(named)
            && (TensorProperties(named, session).Any()
                || named.GetMembers().OfType<IFieldSymbol>().Any(field => session.HoldsTensors(field.Type)));

    private static IEnumerable<IPropertySymbol> TensorProperties(INamedTypeSymbol type, RecordingSession session)
        => type.GetMembers()
            .OfType<IPropertySymbol>()
            .Where(property => !property.IsStatic && property.DeclaredAccessibility == Accessibility.Public
                && session.Torch.HoldsTensor(property.Type));

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
