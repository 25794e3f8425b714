using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace DtcGen.Docs.Tests;

/// <summary>A page of the documentation.</summary>
/// <param name="Name">Its path from the repository's root.</param>
/// <param name="Text">Its Markdown.</param>
internal sealed partial record Page(string Name, string Text)
{
    /// <summary>README, the pages under docs, and the packages' own pages.</summary>
    public static IEnumerable<string> Names =>
        Directory.GetFiles(Path.Combine(Root, "docs"), "*.md", SearchOption.AllDirectories)
            .Concat(Directory.GetDirectories(Path.Combine(Root, "src")).Append(Root).Select(static folder => Path.Combine(folder, "README.md")).Where(File.Exists))
            .Select(static path => Path.GetRelativePath(Root, path).Replace('\\', '/')).Order(StringComparer.Ordinal);

    /// <summary>The repository's root.</summary>
    public static string Root { get; } = Path.GetFullPath(Path.Combine(Here(), "..", ".."));

    public static Page Read(string name) => new(name, File.ReadAllText(Path.Combine(Root, name)).ReplaceLineEndings("\n"));

    /// <summary>
    /// The C# on the page. A comment before a block, which readers do not see, says what surrounds it there:
    /// <c>&lt;!-- given: Tensor images; RingNet model --&gt;</c> for variables, <c>&lt;!-- with: docs/other.md --&gt;</c> for
    /// another page's types, <c>&lt;!-- using: Xunit --&gt;</c> for namespaces.
    /// </summary>
    public IReadOnlyList<Snippet> Snippets()
    {
        var snippets = new List<Snippet>();
        foreach (Match match in Block().Matches(Text))
        {
            string comments = match.Groups["comments"].Value;
            snippets.Add(new Snippet(
                $"{Name}, line {Text[..match.Groups["code"].Index].Count(static c => c == '\n') + 1}",
                match.Groups["code"].Value,
                Entries("given"),
                Entries("with"),
                Entries("using")));

            string[] Entries(string kind) =>
                [.. Comment().Matches(comments).Where(m => m.Groups["kind"].Value == kind).SelectMany(static m => m.Groups["entries"].Value.Split(';', StringSplitOptions.TrimEntries))];
        }

        return snippets;
    }

    /// <summary>The places on this machine that the page links to.</summary>
    public IEnumerable<string> LocalLinks() =>
        Link().Matches(Text).Select(static m => m.Groups[1].Value).Where(static target => !target.Contains("://", StringComparison.Ordinal) && !target.StartsWith('#'))
            .Select(static target => target.Split('#')[0]);

    private static string Here([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;

    [GeneratedRegex(@"(?<comments>(?:^<!-- [^\n]* -->\n+)*)^```csharp\n(?<code>.*?)^```", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Block();

    [GeneratedRegex(@"<!-- (?<kind>[a-z]+): (?<entries>.*?) -->")]
    private static partial Regex Comment();

    [GeneratedRegex(@"\]\(([^)\s]+)\)")]
    private static partial Regex Link();
}
