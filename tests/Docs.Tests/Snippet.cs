using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DtcGen.Docs.Tests;

/// <summary>A block of C# on a page: types, statements, or members of a class.</summary>
/// <param name="Place">Where it stands.</param>
/// <param name="Code">The text.</param>
/// <param name="Comments">What the comments before it say, by kind.</param>
/// <param name="Output">The block of text that the page shows as its output; null without one.</param>
internal sealed record Snippet(string Place, string Code, ILookup<string, string> Comments, string? Output)
{
    private readonly CompilationUnitSyntax _unit = SyntaxFactory.ParseCompilationUnit(Code);

    public IEnumerable<string> Usings
        => _unit.Usings.Select(static u => u.ToString()).Concat(Entries("using").Select(static n => $"using {n};"));

    /// <summary>Pages whose types it takes for granted.</summary>
    public IEnumerable<string> With => Entries("with");

    /// <summary>Why no test runs it; null when one does.</summary>
    public string? NotRun => Comments["not run"].SingleOrDefault();

    /// <summary>The exception that it ends with, where the page says that it does.</summary>
    public string? Throws => Comments["throws"].SingleOrDefault();

    public bool IsTypes => !IsMembers && _unit.Members.All(static member => member is not GlobalStatementSyntax);

    /// <summary>Whether running it does something, so that types alone need none who use them.</summary>
    public bool Runs => !IsTypes || After.Length > 0;

    /// <summary>The name of the class around members, and of its file.</summary>
    public string ClassName => Comments["class"].SingleOrDefault() ?? "PageMembers";

    private string After => string.Join("\n", Comments["after"]);

    private bool IsMembers => _unit.ContainsDiagnostics || _unit.Members.OfType<GlobalStatementSyntax>().Any(static member =>
        member.Statement is LocalFunctionStatementSyntax function && function.Modifiers.Any(SyntaxKind.PublicKeyword));

    /// <summary>The block as part of a file without usings.</summary>
    public string Body()
    {
        var body = string.Concat(_unit.Members.Select(static member => member.ToFullString()));
        var given = string.Concat(Comments["given"].Select(static given => $"{given};\n"));
        return IsTypes ? body
            : IsMembers ? $"public class {ClassName} {{ {Code} }}"
            : Method("PageStatements", $"{given}{body}\n{After}");
    }

    /// <summary>What runs after types and members, for a file that has their body; statements have it in theirs.</summary>
    public string Rest() => IsTypes || IsMembers ? Method("PageRest", After) : "";

    private static string Method(string name, string body)
        => $"public static class {name} {{ public static async Task<object?> Run() {{ await Task.Yield();\n{body}\nreturn null; }} }}";

    private IEnumerable<string> Entries(string kind)
        => Comments[kind].SelectMany(static entries => entries.Split(';', StringSplitOptions.TrimEntries));
}
