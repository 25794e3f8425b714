using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace DtcGen.Generators.Tests.Harness;

/// <summary>Applies a code fix as an editor does, to what the generator reports.</summary>
internal static class CodeFixRun
{
    /// <summary>The titles of what is offered at the only diagnostic with this id.</summary>
    public static async Task<string[]> TitlesAsync(CodeFixProvider fix, string id, string source)
    {
        using var workspace = new AdhocWorkspace();
        var document = Open(workspace, source);
        return [
            .. (await OfferedAsync(fix, document, Assert.Single(Reported(source), d => d.Id == id))).Select(static action => action.Title)
        ];
    }

    /// <summary>The source after a fix of the only diagnostic with this id that says this.</summary>
    public static async Task<string> ApplyAsync(CodeFixProvider fix, string id, string source, int choice = 0, string says = "")
    {
        using var workspace = new AdhocWorkspace();
        var document = Open(workspace, source);
        var offered = await OfferedAsync(
            fix, document, Assert.Single(Reported(source), d => d.Id == id && d.GetMessage().Contains(says, StringComparison.Ordinal)));
        return await ApplyAsync(offered[choice], document);
    }

    /// <summary>The source after all diagnostics with an id were fixed at once.</summary>
    public static async Task<string> ApplyAllAsync(CodeFixProvider fix, string id, string source)
    {
        using var workspace = new AdhocWorkspace();
        var document = Open(workspace, source);
        var reported = Reported(source).Where(d => d.Id == id).ToImmutableArray();
        var offered = await OfferedAsync(fix, document, reported[0]);
        var context = new FixAllContext(
            document, fix, FixAllScope.Document, offered[0].EquivalenceKey, [id], new Known(reported), CancellationToken.None);
        var all = await fix.GetFixAllProvider()!.GetFixAsync(context);
        return await ApplyAsync(all!, document);
    }

    private static async Task<ImmutableArray<CodeAction>> OfferedAsync(CodeFixProvider fix, Document document, Diagnostic diagnostic)
    {
        var offered = ImmutableArray.CreateBuilder<CodeAction>();
        await fix.RegisterCodeFixesAsync(
            new CodeFixContext(document, diagnostic, (action, _) => offered.Add(action), CancellationToken.None));
        return offered.ToImmutable();
    }

    private static async Task<string> ApplyAsync(CodeAction action, Document document)
    {
        var operation = Assert.Single((await action.GetOperationsAsync(CancellationToken.None)).OfType<ApplyChangesOperation>());
        return (await operation.ChangedSolution.GetDocument(document.Id)!.GetTextAsync()).ToString();
    }

    private static Document Open(AdhocWorkspace workspace, string source)
    {
        var compilation = TestCompilation.Create([source]);
        var project = workspace.AddProject(ProjectInfo.Create(
            ProjectId.CreateNewId(), VersionStamp.Default, "Tested", "Tested", LanguageNames.CSharp,
            compilationOptions: compilation.Options,
            parseOptions: TestCompilation.ParseOptions,
            metadataReferences: compilation.References));
        return workspace.AddDocument(project.Id, "Source0.cs", SourceText.From(source));
    }

    private static IReadOnlyList<Diagnostic> Reported(string source) => Generated.Run(source).Diagnostics;

    private sealed class Known(ImmutableArray<Diagnostic> diagnostics) : FixAllContext.DiagnosticProvider
    {
        public override Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken)
            => Task.FromResult<IEnumerable<Diagnostic>>(diagnostics);

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken)
            => Task.FromResult<IEnumerable<Diagnostic>>([]);

        public override Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken)
            => Task.FromResult<IEnumerable<Diagnostic>>(diagnostics);
    }
}
