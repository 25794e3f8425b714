using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace DtcGen.CodeFixes;

/// <summary>A fix inside one document, for one diagnostic or for all of them at once.</summary>
public abstract class DocumentCodeFix : CodeFixProvider
{
    /// <inheritdoc/>
    public sealed override FixAllProvider GetFixAllProvider()
        => FixAllProvider.Create(async (context, document, diagnostics) =>
            diagnostics.IsEmpty
                ? document
                : await FixAsync(document, diagnostics, context.CodeActionEquivalenceKey, context.CancellationToken).ConfigureAwait(false));

    /// <summary>The document with these diagnostics fixed.</summary>
    /// <param name="document">The document.</param>
    /// <param name="diagnostics">What to fix in it.</param>
    /// <param name="key">Which of the offered fixes.</param>
    /// <param name="cancellation">Stops the work.</param>
    protected abstract Task<Document> FixAsync(
        Document document, ImmutableArray<Diagnostic> diagnostics, string? key, CancellationToken cancellation);

    /// <summary>Offers a fix of one diagnostic.</summary>
    /// <param name="context">What the editor asks for.</param>
    /// <param name="diagnostic">The diagnostic.</param>
    /// <param name="title">What the user reads.</param>
    /// <param name="key">What tells this fix from others.</param>
    protected void Offer(CodeFixContext context, Diagnostic diagnostic, string title, string key)
        => context.RegisterCodeFix(
            CodeAction.Create(title, cancellation => FixAsync(context.Document, [diagnostic], key, cancellation), key),
            diagnostic);
}
