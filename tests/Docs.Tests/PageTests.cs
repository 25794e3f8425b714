using DtcGen.Benchmarks;
using DtcGen.Testing;

namespace DtcGen.Docs.Tests;

/// <summary>What README and docs show compiles and runs, prints what they say it prints, and what they link to exists.</summary>
public sealed class PageTests
{
    // What a project of `dotnet new console` has without asking.
    private static readonly string[] ImplicitUsings =
    [
        "using System;", "using System.Collections.Generic;", "using System.IO;", "using System.Linq;", "using System.Net.Http;",
        "using System.Threading;", "using System.Threading.Tasks;",
    ];

    public static TheoryData<string> Pages => [.. Page.Names];

    // The diagnostics' pages show fragments that are meant not to compile.
    public static TheoryData<string> PagesWithCode =>
    [
        .. Page.Names.Where(static name =>
            !name.StartsWith("docs/diagnostics/", StringComparison.Ordinal) && Page.Read(name).Snippets().Count > 0),
    ];

    [Theory]
    [MemberData(nameof(PagesWithCode))]
    public Task CodeRuns(string name) => Run(Page.Read(name));

    // The page about models that are recorded shows one, which is said of it.
    private static string[] Expected(Page page) => page.Name == "docs/recorded.md" ? ["DTC012"] : [];

    [Theory]
    [InlineData("<!-- given: int number = 1 -->\n```csharp\nConsole.WriteLine(number.NoSuchMember);\n```\n", "NoSuchMember")]
    [InlineData("```csharp\nthrow new InvalidOperationException(\"no\");\n```\n", "no")]
    [InlineData("<!-- throws: FormatException -->\n```csharp\nConsole.WriteLine();\n```\n", "was to end with FormatException")]
    [InlineData("<!-- after: Xunit.Assert.Equal(6, number); -->\n```csharp\nvar number = 512;\n```\n", "Assert.Equal")]
    [InlineData("```csharp\nConsole.WriteLine(\"512 neurons\");\n```\nprints\n```text\n6 neurons\n```\n", "prints")]
    [InlineData("```csharp\npublic sealed class Unused;\n```\n", "nothing uses")]
    [InlineData("<!-- given: int number -->\n```csharp\nConsole.WriteLine(number);\n```\n", "unassigned local variable")]
    [InlineData("```text\nwithout code\n```\n", "no code before it")]
    [InlineData("<!-- giving: int number = 1 -->\n```csharp\nConsole.WriteLine(number);\n```\n", "'giving' is none of")]
    public async Task WhatIsWrongOnAPageIsSeen(string text, string message)
    {
        var error = await Assert.ThrowsAnyAsync<Exception>(() => Run(new Page("made up", text)));
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("128 neurons, 0.991", "128 neurons, 0.980\n", true)]
    [InlineData("128 neurons, 0.991", "129 neurons, 0.991", false)]
    [InlineData("128 neurons, 0.991", "128 neurons, 0.891", false)]
    [InlineData("difference 2.4E-007", "difference 9.5E-007", true)]
    [InlineData("difference 2.4E-007", "difference 2.5E-006", false)]
    [InlineData("difference 2.4E-007", "difference NaN", false)]
    [InlineData("passed", "FAILED", false)]
    public void OutputIsHeldToWhatThePageShows(string shown, string printed, bool agrees)
        => Assert.Equal(agrees, ShownOutput.Agrees(shown, printed));

    [Theory]
    [MemberData(nameof(Pages))]
    public void LinksLeadSomewhere(string name)
    {
        var folder = Path.GetDirectoryName(Path.Combine(Page.Root, name))!;
        Assert.All(
            Page.Read(name).LocalLinks(), link => Assert.True(Path.Exists(Path.Combine(folder, link)), $"{name} links to {link}"));
    }

    [Fact]
    public void ThePictureShowsTheTable()
    {
        var table = MarkedBlock.Read(Page.Read("README.md").Text, GainChart.Table)!;
        Assert.Equal(GainChart.Render(table), Page.Read(GainChart.Path).Text);
    }

    private static async Task Run(Page page)
    {
        var snippets = page.Snippets();
        var before = Environment.CurrentDirectory;
        var folder = Directory.CreateTempSubdirectory("docs").FullName;
        Environment.CurrentDirectory = folder;
        try
        {
            var run = new SnippetRun(folder);
            for (var i = 0; i < snippets.Count; i++)
            {
                var snippet = snippets[i];
                Assert.True(
                    snippets.Skip(i).Any(static s => s.Runs),
                    $"{snippet.Place}: nothing uses these types: add <!-- after: statements -->.");
                var others = snippet.With.SelectMany(static other => Page.Read(other).Snippets());
                try
                {
                    var code = GeneratedCode.For(
                        File([.. others.Concat(snippets.Take(i)).Where(static s => s.IsTypes), snippet]), Expected(page));
                    var printed = snippet.NotRun is null ? await run.Run(snippet, code) : null;
                    Assert.True(
                        snippet.Output is not { } shown || (printed is not null && ShownOutput.Agrees(shown, printed)),
                        $"it prints\n{printed}\nand the page shows\n{snippet.Output}");
                }
                catch (Exception e)
                {
                    Assert.Fail($"{snippet.Place}: {e.GetType().Name}: {e.Message}\n{e.StackTrace}");
                }
            }
        }
        finally
        {
            Environment.CurrentDirectory = before;
            try
            {
                Directory.Delete(folder, recursive: true);
            }
            catch (UnauthorizedAccessException)
            {
                // Windows keeps the files of loaded assemblies.
            }
        }
    }

    private static string File(IReadOnlyList<Snippet> snippets) => string.Join(
        "\n",
        [
            .. ImplicitUsings.Concat(snippets.SelectMany(static s => s.Usings)).Distinct(),
            .. snippets.Select(static s => s.Body()),
            snippets[^1].Rest(),
        ]);
}
