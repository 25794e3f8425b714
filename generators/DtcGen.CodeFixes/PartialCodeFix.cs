using System.Collections.Immutable;
using System.Composition;
using DtcGen.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DtcGen.CodeFixes;

/// <summary>Makes a model class, and the types around it, partial.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(PartialCodeFix))]
[Shared]
public sealed class PartialCodeFix : DocumentCodeFix
{
    private const string Key = "MakePartial";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } =
        [Descriptors.ClassNotPartial.Id, Descriptors.ContainingTypeNotPartial.Id];

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        foreach (var diagnostic in context.Diagnostics)
        {
            if (root is not null && NotPartial(root, diagnostic).ToImmutableArray() is [var first, ..] types)
            {
                var around = types.Length > 1 ? " and the types around it" : string.Empty;
                Offer(context, diagnostic, $"Make '{first.Identifier.ValueText}'{around} partial", Key);
            }
        }
    }

    /// <inheritdoc/>
    protected override async Task<Document> FixAsync(
        Document document, ImmutableArray<Diagnostic> diagnostics, string? key, CancellationToken cancellation)
    {
        var root = await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false);
        return root is null ? document : document.WithSyntaxRoot(
            root.ReplaceNodes(
                diagnostics.SelectMany(diagnostic => NotPartial(root, diagnostic)).Distinct(), static (_, type) => MakePartial(type)));
    }

    // The type that the diagnostic names and those around it, innermost first.
    private static IEnumerable<TypeDeclarationSyntax> NotPartial(SyntaxNode root, Diagnostic diagnostic)
        => root.FindToken(diagnostic.Location.SourceSpan.Start).Parent?
            .AncestorsAndSelf()
            .OfType<TypeDeclarationSyntax>()
            .Where(static type => !type.Modifiers.Any(SyntaxKind.PartialKeyword))
            ?? [];

    private static TypeDeclarationSyntax MakePartial(TypeDeclarationSyntax type)
    {
        var partial = SyntaxFactory.Token(SyntaxKind.PartialKeyword).WithTrailingTrivia(SyntaxFactory.Space);
        return type.Modifiers.Any()
            ? type.WithModifiers(type.Modifiers.Add(partial))
            : type.WithModifiers([partial.WithLeadingTrivia(type.Keyword.LeadingTrivia)]).WithKeyword(type.Keyword.WithLeadingTrivia());
    }
}
