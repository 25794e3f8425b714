using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace DtcGen.Docs.Tests;

/// <summary>A page of the documentation.</summary>
/// <param name="Name">Its path from the repository's root.</param>
/// <param name="Text">Its Markdown.</param>
internal sealed partial record Page(string Name, string Text)
{
    private static readonly string[] Kinds = ["given", "with", "using", "after", "throws", "class", "not run"];

    /// <summary>README and its kind at the root, the pages under docs, and the packages' own pages.</summary>
    public static IEnumerable<string> Names
        => Directory.GetFiles(Path.Combine(Root, "docs"), "*.md", SearchOption.AllDirectories)
            .Concat(Directory.GetFiles(Root, "*.md"))
            .Concat(Directory.GetDirectories(Path.Combine(Root, "src")).Select(static f => Path.Combine(f, "README.md")).Where(File.Exists))
            .Select(static path => Path.GetRelativePath(Root, path).Replace('\\', '/')).Order(StringComparer.Ordinal);

    /// <summary>The repository's root.</summary>
    public static string Root { get; } = Path.GetFullPath(Path.Combine(Here(), "..", ".."));

    public static Page Read(string name) => new(name, File.ReadAllText(Path.Combine(Root, name)).ReplaceLineEndings("\n"));

    /// <summary>
    /// The C# on the page, each block with what it printed where the page shows that: the next block of <c>text</c>.
    /// Comments before a block, which readers do not see, say what surrounds it:
    /// <list type="bullet">
    /// <item><c>given: Tensor images = randn(8, 2)</c>: variables</item>
    /// <item><c>with: docs/other.md</c>: another page's types; <c>using: Xunit</c>: namespaces</item>
    /// <item><c>class: MlpTests</c>: the class around members</item>
    /// <item><c>after: Assert.Equal(...);</c>: statements that use or check what the block made</item>
    /// <item><c>throws: SnapshotException</c>: what it ends with</item>
    /// <item><c>not run: why</c>: it is compiled alone</item>
    /// </list>
    /// </summary>
    public IReadOnlyList<Snippet> Snippets()
    {
        var snippets = new List<Snippet>();
        foreach (Match match in Block().Matches(Text))
        {
            var place = $"{Name}, line {Text[..match.Groups["code"].Index].Count(static c => c == '\n') + 1}";
            if (match.Groups["language"].Value == "text")
            {
                snippets[^1] = snippets is [.., { Output: null } last]
                    ? last with { Output = match.Groups["code"].Value }
                    : throw new FormatException($"{place}: there is no code before it whose output it could be.");
                continue;
            }

            var comments = Comment().Matches(match.Groups["comments"].Value)
                .ToLookup(static m => m.Groups["kind"].Value, static m => m.Groups["entries"].Value);
            snippets.Add(comments.Select(static c => c.Key).Except(Kinds).FirstOrDefault() is { } unknown
                ? throw new FormatException($"{place}: '{unknown}' is none of {string.Join(", ", Kinds)}.")
                : new Snippet(place, match.Groups["code"].Value, comments, Output: null));
        }

        return snippets;
    }

    /// <summary>The places on this machine that the page links to.</summary>
    public IEnumerable<string> LocalLinks()
        => Link().Matches(Text).Select(static m => m.Groups[1].Value)
            .Where(static target => !target.Contains("://", StringComparison.Ordinal) && !target.StartsWith('#'))
            .Select(static target => target.Split('#')[0]);

    private static string Here([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;

    [GeneratedRegex(
        @"(?<comments>(?:^<!-- [^\n]* -->\n+)*)^```(?<language>csharp|text)\n(?<code>.*?)^```",
        RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Block();

    [GeneratedRegex(@"<!-- (?<kind>[a-z ]+): (?<entries>.*?) -->")]
    private static partial Regex Comment();

    [GeneratedRegex(@"\]\(([^)\s]+)\)")]
    private static partial Regex Link();
}
