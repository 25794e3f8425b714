using System.Collections.Immutable;
using System.Composition;
using DtcGen.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DtcGen.CodeFixes;

/// <summary>Names a group's layer in the attribute's list of layers to keep.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(KeepLayerCodeFix))]
[Shared]
public sealed class KeepLayerCodeFix : DocumentCodeFix
{
    private const string Key = "KeepLayer";
    private const string AttributeName = "DtcGen.DualTomographicAttribute";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [Descriptors.GroupFound.Id];

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        var model = await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false);
        foreach (var diagnostic in context.Diagnostics)
        {
            if (KeepArgument.Layers(diagnostic) is [var layer]
                && root is not null
                && model is not null
                && Attribute(root, model, diagnostic, context.CancellationToken) is { } attribute
                && KeepArgument.Add(attribute, [KeepArgument.Name(layer, attribute, model, context.CancellationToken)]) is not null)
            {
                Offer(context, diagnostic, $"Keep the neurons of '{layer}'", Key);
            }
        }
    }

    /// <inheritdoc/>
    protected override async Task<Document> FixAsync(
        Document document, ImmutableArray<Diagnostic> diagnostics, string? key, CancellationToken cancellation)
    {
        var root = await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false);
        var model = await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false);
        if (root is null || model is null)
        {
            return document;
        }

        var names = diagnostics
            .Select(diagnostic => (Attribute: Attribute(root, model, diagnostic, cancellation), Layers: KeepArgument.Layers(diagnostic)))
            .Where(static item => item.Attribute is not null)
            .GroupBy(static item => item.Attribute!, static item => item.Layers)
            .ToDictionary(
                static group => group.Key,
                group => group.SelectMany(static layers => layers)
                    .Distinct()
                    .Select(layer => KeepArgument.Name(layer, group.Key, model, cancellation))
                    .ToImmutableArray());
        return document.WithSyntaxRoot(
            root.ReplaceNodes(names.Keys, (attribute, _) => KeepArgument.Add(attribute, names[attribute]) ?? attribute));
    }

    // The attribute of the class that the diagnostic stands in, when it is in the same file.
    private static AttributeSyntax? Attribute(SyntaxNode root, SemanticModel model, Diagnostic diagnostic, CancellationToken cancellation)
        => root.FindToken(diagnostic.Location.SourceSpan.Start).Parent?.FirstAncestorOrSelf<TypeDeclarationSyntax>() is { } declaration
            && model.GetDeclaredSymbol(declaration, cancellation) is { } type
            && type.GetAttributes()
                .FirstOrDefault(static attribute => attribute.AttributeClass?.ToDisplayString()
                    == AttributeName) is { ApplicationSyntaxReference: { } reference }
            && reference.SyntaxTree == root.SyntaxTree
            ? (AttributeSyntax)reference.GetSyntax(cancellation)
            : null;
}
