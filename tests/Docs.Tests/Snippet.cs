using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DtcGen.Docs.Tests;

/// <summary>A block of C# on a page: types, statements, or members of a class.</summary>
/// <param name="Place">Where it stands.</param>
/// <param name="Code">The text.</param>
/// <param name="Given">The variables that it takes for granted, as parameters.</param>
/// <param name="With">Pages whose types it takes for granted.</param>
/// <param name="Namespaces">Namespaces whose types it takes for granted.</param>
internal sealed record Snippet(string Place, string Code, IReadOnlyList<string> Given, IReadOnlyList<string> With, IReadOnlyList<string> Namespaces)
{
    private readonly CompilationUnitSyntax unit = SyntaxFactory.ParseCompilationUnit(Code);

    public IEnumerable<string> Usings => unit.Usings.Select(static u => u.ToString()).Concat(Namespaces.Select(static n => $"using {n};"));

    public bool IsTypes => !IsMembers && unit.Members.All(static member => member is not GlobalStatementSyntax);

    private bool IsMembers => unit.ContainsDiagnostics || unit.Members.OfType<GlobalStatementSyntax>().Any(static s => s.Statement is LocalFunctionStatementSyntax { Modifiers.Count: > 0 } f && f.Modifiers.Any(static m => m.IsKind(SyntaxKind.PublicKeyword)));

    /// <summary>The block as part of a file without usings.</summary>
    public string Body()
    {
        string body = string.Concat(unit.Members.Select(static member => member.ToFullString()));
        return IsTypes ? body
            : IsMembers ? $"public class PageMembers {{ {Code} }}"
            : $"internal static class PageStatements {{ internal static async System.Threading.Tasks.Task<object?> Run({string.Join(", ", Given)}) {{ await System.Threading.Tasks.Task.Yield();\n{body}\nreturn null; }} }}";
    }
}
