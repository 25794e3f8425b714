using System.Collections.Immutable;
using DtcGen.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DtcGen.CodeFixes;

/// <summary>Writes the attribute's list of layers to keep.</summary>
internal static class KeepArgument
{
    private const string Property = "Keep";

    /// <summary>The layers that a diagnostic offers.</summary>
    public static ImmutableArray<string> Layers(Diagnostic diagnostic)
        => diagnostic.Properties.TryGetValue(DiagnosticRecord.LayersProperty, out var layers) && !string.IsNullOrEmpty(layers)
            ? [.. layers!.Split(' ')]
            : [];

    /// <summary>A layer's name as an expression: by <c>nameof</c>, which renaming follows, where it is a member of the class.</summary>
    /// <param name="layer">The layer's name.</param>
    /// <param name="at">Something inside the attribute or the class.</param>
    /// <param name="model">The semantic model of its file.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static ExpressionSyntax Name(string layer, SyntaxNode at, SemanticModel model, CancellationToken cancellation)
    {
        var declaration = at.FirstAncestorOrSelf<TypeDeclarationSyntax>();
        for (var type = declaration is null ? null : model.GetDeclaredSymbol(declaration, cancellation);
            type is not null;
            type = type.BaseType)
        {
            if (type.GetMembers(layer).Any(static member => member is IFieldSymbol or IPropertySymbol))
            {
                return SyntaxFactory.ParseExpression(
                    SyntaxFacts.GetKeywordKind(layer) == SyntaxKind.None ? $"nameof({layer})" : $"nameof(@{layer})");
            }
        }

        return SyntaxFactory.LiteralExpression(SyntaxKind.StringLiteralExpression, SyntaxFactory.Literal(layer));
    }

    /// <summary>The attribute with more layers to keep, or null where its list is written in a way that cannot be added to.</summary>
    public static AttributeSyntax? Add(AttributeSyntax attribute, ImmutableArray<ExpressionSyntax> names)
    {
        var arguments = attribute.ArgumentList ?? SyntaxFactory.AttributeArgumentList();
        if (arguments.Arguments.FirstOrDefault(
            static argument => argument.NameEquals?.Name.Identifier.ValueText == Property) is not { } keep)
        {
            var made = SyntaxFactory.ParseAttributeArgumentList($"({Property} = [{string.Join(", ", names)}])")!.Arguments[0];
            return attribute.WithArgumentList(arguments.Arguments switch
            {
                [] => arguments.AddArguments(made),
                [var first, ..]
                    => arguments.WithArguments(
                        arguments.Arguments.Replace(first, first.WithLeadingTrivia(SyntaxFactory.Space)).Insert(0, made)),
            });
        }

        ExpressionSyntax? longer = keep.Expression switch
        {
            CollectionExpressionSyntax list
                => list.AddElements([.. names.Select((name, i) => SyntaxFactory.ExpressionElement(Spaced(name, list.Elements.Count + i)))]),
            ImplicitArrayCreationExpressionSyntax array => array.WithInitializer(Longer(array.Initializer, names)),
            ArrayCreationExpressionSyntax { Initializer: { } items } array => array.WithInitializer(Longer(items, names)),
            _ => null,
        };
        return longer is null ? null : attribute.ReplaceNode(keep.Expression, longer);
    }

    private static InitializerExpressionSyntax Longer(InitializerExpressionSyntax items, ImmutableArray<ExpressionSyntax> names)
    {
        // The space before the closing brace stands behind the last item.
        var after = items.Expressions.LastOrDefault()?.GetTrailingTrivia() ?? default;
        var before = items.Expressions.Select(static item => item.WithoutTrailingTrivia());
        var added = names.Select((name, i) => Spaced(name, items.Expressions.Count + i)).ToArray();
        added[added.Length - 1] = added[added.Length - 1].WithTrailingTrivia(after);
        return items.WithExpressions(SyntaxFactory.SeparatedList(before.Concat(added)));
    }

    private static ExpressionSyntax Spaced(ExpressionSyntax item, int index)
        => index == 0 ? item : item.WithLeadingTrivia(SyntaxFactory.Space);
}
