using DtcGen.Testing;

namespace DtcGen.Docs.Tests;

/// <summary>What README and docs show compiles against what is there, and what they link to exists.</summary>
public sealed class PageTests
{
    // What a project of `dotnet new console` has without asking.
    private static readonly string[] ImplicitUsings =
        ["using System;", "using System.Collections.Generic;", "using System.IO;", "using System.Linq;", "using System.Net.Http;", "using System.Threading;", "using System.Threading.Tasks;"];

    public static TheoryData<string> Pages => [.. Page.Names];

    // The diagnostics' pages show fragments that are meant not to compile.
    public static TheoryData<string> PagesWithCode =>
        [.. Page.Names.Where(static name => !name.StartsWith("docs/diagnostics/", StringComparison.Ordinal) && Page.Read(name).Snippets().Count > 0)];

    [Theory]
    [MemberData(nameof(PagesWithCode))]
    public void CodeCompiles(string name)
    {
        IReadOnlyList<Snippet> snippets = Page.Read(name).Snippets();
        for (int i = 0; i < snippets.Count; i++)
        {
            Snippet[] before = [.. snippets[i].With.SelectMany(static page => Page.Read(page).Snippets()), .. snippets.Take(i)];
            Exception? error = Record.Exception(() => GeneratedCode.For(File([.. before.Where(static s => s.IsTypes), snippets[i]])));
            Assert.True(error is null, $"{snippets[i].Place}: {error?.Message}");
        }
    }

    [Fact]
    public void CodeThatDoesNotCompileIsSeen()
    {
        Page page = new("made up", "<!-- given: int number -->\n```csharp\nConsole.WriteLine(number.NoSuchMember);\n```\n");
        Assert.Throws<GeneratedCodeException>(() => GeneratedCode.For(File([.. page.Snippets()])));
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void LinksLeadSomewhere(string name)
    {
        string folder = Path.GetDirectoryName(Path.Combine(Page.Root, name))!;
        Assert.All(Page.Read(name).LocalLinks(), link => Assert.True(Path.Exists(Path.Combine(folder, link)), $"{name} links to {link}"));
    }

    private static string File(IReadOnlyList<Snippet> snippets) => string.Join(
        "\n",
        [.. ImplicitUsings.Concat(snippets.SelectMany(static s => s.Usings)).Distinct(), .. snippets.Select(static s => s.Body())]);
}
