using System.Text.RegularExpressions;

namespace DtcGen.Testing.Tests;

/// <summary>The page docs/testing-your-model.md shows code of MlpTests, which is compiled and run.</summary>
public sealed partial class PageTests
{
    [Fact]
    public void Code_of_the_page_is_code_of_the_tests()
    {
        var root = Root();
        var tests = Lines(File.ReadAllText(Path.Combine(root, "tests/DtcGen.Testing.Tests/MlpTests.cs")));
        var blocks = Block().Matches(File.ReadAllText(Path.Combine(root, "docs/testing-your-model.md")));

        Assert.Equal(3, blocks.Count);
        Assert.All(blocks, block => Assert.Contains(Lines(block.Groups[1].Value), tests, StringComparison.Ordinal));
    }

    private static string Lines(string text) => string.Join('\n', text.Split('\n').Select(static line => line.Trim()));

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "DtcGen.sln")))
        {
            folder = folder.Parent;
        }

        return folder.FullName;
    }

    [GeneratedRegex("```csharp\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Block();
}
