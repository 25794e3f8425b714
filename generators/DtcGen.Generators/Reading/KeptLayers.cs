using System.Collections.Immutable;
using DtcGen.Generators.Collections;
using DtcGen.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DtcGen.Generators.Reading;

/// <summary>Reads the layers to keep out of the attribute, and checks that <c>forward</c> uses them.</summary>
internal static class KeptLayers
{
    private const string Property = "Keep";

    // More names than these would be a list to search, not an offer.
    private const int Offered = 3;

    /// <summary>The names as they stand in the attribute.</summary>
    public static ImmutableArray<string?> Names(AttributeData attribute)
        => attribute.NamedArguments.FirstOrDefault(static argument => argument.Key == Property).Value
            is { Kind: TypedConstantKind.Array, IsNull: false } list
            ? [.. list.Values.Select(static item => item.Value as string)]
            : [];

    /// <summary>The names, each of which must be that of a layer which was read.</summary>
    public static ImmutableArray<string> Read(AttributeData attribute, string model, ReadingSession session, CancellationToken cancellation)
    {
        var names = Names(attribute);
        if (session.Failed)
        {
            // Layers after the place that could not be read are unknown, so names cannot be checked.
            return [];
        }

        var layers = session.Graph.Layers.Select(static layer => layer.Name).ToImmutableArray();
        for (var i = 0; i < names.Length; i++)
        {
            if (names[i] is not { } name || !layers.Contains(name))
            {
                var at = LocationRecord.Of(Location(attribute, i, names.Length, cancellation));
                session.Report(
                    DiagnosticRecord.Create(
                        Descriptors.UnknownKeep, at, names[i] ?? "null", model, string.Join(", ", layers.Select(static l => $"'{l}'")))
                        with
                    { Layers = Nearest(names[i] ?? string.Empty, layers) });
            }
        }

        return [.. names.Where(static name => name is not null).Select(static name => name!)];
    }

    // What may have been meant, likeliest first.
    private static EquatableArray<string> Nearest(string name, IEnumerable<string> layers)
        => layers.OrderBy(layer => EditDistance.Between(name, layer)).Take(Offered).ToEquatableArray();

    // The item's own place, or the argument's when its items cannot be told apart.
    private static Location? Location(AttributeData attribute, int item, int count, CancellationToken cancellation)
    {
        var syntax = attribute.ApplicationSyntaxReference?.GetSyntax(cancellation) as AttributeSyntax;
        var argument = syntax?.ArgumentList?.Arguments.FirstOrDefault(
            static a => a.NameEquals?.Name.Identifier.ValueText == Property)?.Expression;
        var items = argument switch
        {
            CollectionExpressionSyntax collection => collection.Elements.Cast<SyntaxNode>().ToImmutableArray(),
            ArrayCreationExpressionSyntax { Initializer: { } initialiser } => [.. initialiser.Expressions],
            ImplicitArrayCreationExpressionSyntax array => [.. array.Initializer.Expressions],
            _ => ImmutableArray<SyntaxNode>.Empty,
        };
        return (items.Length == count ? items[item] : argument ?? (SyntaxNode?)syntax)?.GetLocation();
    }
}
