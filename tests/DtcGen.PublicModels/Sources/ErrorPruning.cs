using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace DtcGen.PublicModels.Sources;

/// <summary>Takes out of a compilation the smallest declarations that hold its errors.</summary>
internal static class ErrorPruning
{
    /// <summary>The compilation without the declarations that have errors now; itself when there are none to take out.</summary>
    /// <param name="compilation">What is compiled.</param>
    /// <param name="dropped">Gets the module classes that go, with the error.</param>
    public static CSharpCompilation Prune(CSharpCompilation compilation, Dictionary<string, string> dropped)
    {
        var errors = compilation.GetDiagnostics()
            .Where(static diagnostic => diagnostic is { Severity: DiagnosticSeverity.Error, Location.SourceTree: not null })
            .GroupBy(static diagnostic => diagnostic.Location.SourceTree!)
            .ToArray();
        var pruned = compilation;
        foreach (var inTree in errors)
        {
            if (RenamedArguments.Of(inTree, compilation.GetSemanticModel(inTree.Key)) is { Count: > 0 } renamed)
            {
                pruned = pruned.ReplaceSyntaxTree(inTree.Key, inTree.Key.WithChangedText(inTree.Key.GetText().WithChanges(renamed)));
            }
        }

        // Nothing goes that has an error only because of such a name.
        return pruned == compilation ? WithoutHolders(compilation, errors, dropped) : pruned;
    }

    private static CSharpCompilation WithoutHolders(
        CSharpCompilation compilation, IEnumerable<IGrouping<SyntaxTree, Diagnostic>> errors, Dictionary<string, string> dropped)
    {
        var pruned = compilation;
        foreach (var inTree in errors)
        {
            var model = compilation.GetSemanticModel(inTree.Key);
            var spans = new List<TextSpan>();
            foreach (var error in inTree)
            {
                var node = Holder(inTree.Key.GetRoot().FindNode(error.Location.SourceSpan, findInsideTrivia: true), model);
                spans.AddRange(node is GlobalStatementSyntax
                    ? inTree.Key.GetRoot().ChildNodes().OfType<GlobalStatementSyntax>().Select(static statement => statement.Span)
                    : [node is CompilationUnitSyntax ? node.FullSpan : node.Span]);
                foreach (var type in node.DescendantNodesAndSelf().OfType<ClassDeclarationSyntax>())
                {
                    if (model.GetDeclaredSymbol(type) is { } symbol && ModuleSymbols.IsModule(symbol))
                    {
                        dropped.TryAdd(ModuleSymbols.MetadataName(symbol), $"{error.Id}: {error.GetMessage()}");
                    }
                }
            }

            var text = Blank(inTree.Key.GetText(), spans);
            if (!text.ContentEquals(inTree.Key.GetText()))
            {
                pruned = pruned.ReplaceSyntaxTree(inTree.Key, inTree.Key.WithChangedText(text));
            }
        }

        return pruned;
    }

    private static SyntaxNode Holder(SyntaxNode place, SemanticModel model)
    {
        foreach (var node in place.AncestorsAndSelf())
        {
            switch (node)
            {
                case UsingDirectiveSyntax or AttributeListSyntax or GlobalStatementSyntax or BaseTypeDeclarationSyntax
                    or DelegateDeclarationSyntax or ExternAliasDirectiveSyntax:
                    return node;
                case ConstructorDeclarationSyntax or MethodDeclarationSyntax { Identifier.Text: "forward" }
                    when node.Parent is ClassDeclarationSyntax type
                        && model.GetDeclaredSymbol(type) is { } symbol
                        && ModuleSymbols.IsModule(symbol):
                    // Without these it would be another network.
                    return type;
                case MemberDeclarationSyntax and not BaseNamespaceDeclarationSyntax:
                    return node;
            }
        }

        return place.SyntaxTree.GetRoot();
    }

    // Blanks instead of cuts, so that places stay; directives stay, since their other ends may be elsewhere.
    private static SourceText Blank(SourceText text, List<TextSpan> spans)
    {
        var characters = text.ToString().ToCharArray();
        var isWhole = spans.Any(span => span.Length == text.Length);
        foreach (var line in text.Lines)
        {
            if (!isWhole && text.ToString(line.Span).TrimStart().StartsWith('#'))
            {
                continue;
            }

            foreach (var span in spans)
            {
                if (line.Span.Intersection(span) is { } part)
                {
                    characters.AsSpan(part.Start, part.Length).Fill(' ');
                }
            }
        }

        return SourceText.From(new string(characters), text.Encoding);
    }
}
