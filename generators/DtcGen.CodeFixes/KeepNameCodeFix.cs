using System.Collections.Immutable;
using System.Composition;
using System.Globalization;
using DtcGen.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DtcGen.CodeFixes;

/// <summary>Puts the name of a layer that there is in place of one that there is not. The nearest names are offered.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(KeepNameCodeFix))]
[Shared]
public sealed class KeepNameCodeFix : DocumentCodeFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [Descriptors.UnknownKeep.Id];

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        foreach (var diagnostic in context.Diagnostics.Where(diagnostic => root is not null && Name(root, diagnostic) is not null))
        {
            var layers = KeepArgument.Layers(diagnostic);
            for (var rank = 0; rank < layers.Length; rank++)
            {
                Offer(context, diagnostic, $"Keep '{layers[rank]}'", rank.ToString(CultureInfo.InvariantCulture));
            }
        }
    }

    /// <inheritdoc/>
    protected override async Task<Document> FixAsync(
        Document document, ImmutableArray<Diagnostic> diagnostics, string? key, CancellationToken cancellation)
    {
        var root = await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false);
        var model = await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false);
        var rank = int.Parse(key, CultureInfo.InvariantCulture);
        if (root is null || model is null)
        {
            return document;
        }

        var names = new Dictionary<SyntaxNode, ExpressionSyntax>();
        foreach (var diagnostic in diagnostics)
        {
            var layers = KeepArgument.Layers(diagnostic);
            if (Name(root, diagnostic) is { } name && rank < layers.Length)
            {
                names[name] = KeepArgument.Name(layers[rank], name, model, cancellation).WithTriviaFrom(name);
            }
        }

        return document.WithSyntaxRoot(root.ReplaceNodes(names.Keys, (name, _) => names[name]));
    }

    // One item of the list; the whole list, where its items cannot be told apart, is left alone.
    private static ExpressionSyntax? Name(SyntaxNode root, Diagnostic diagnostic)
        => root.FindNode(
            diagnostic.Location.SourceSpan,
            getInnermostNodeForTie: true) is ExpressionSyntax { Parent: ExpressionElementSyntax or InitializerExpressionSyntax } name
            ? name
            : null;
}
