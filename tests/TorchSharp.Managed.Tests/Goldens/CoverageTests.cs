using TorchSharp.Managed.Tests.Memory;

namespace TorchSharp.Managed.Tests.Goldens;

/// <summary>The coverage page is what the code is, and has no hole.</summary>
[Collection(nameof(SharedStateCollection))]
public class CoverageTests
{
    private static readonly string Repository = FindRepository();

    [Fact]
    public void ThePageIsUpToDate()
    {
        string page = Path.Combine(Repository, "docs", "engines", "coverage.md");
        string received = Path.ChangeExtension(page, ".received.md");
        string text = new CoverageTable(Repository).Markdown();
        string committed = File.Exists(page) ? File.ReadAllText(page).ReplaceLineEndings("\n") : "";
        if (committed == text)
        {
            File.Delete(received);
            return;
        }

        Directory.CreateDirectory(Path.GetDirectoryName(page)!);
        File.WriteAllText(received, text);
        Assert.Fail($"{page} is not what the code gives now. Compare it with {received}, and copy that over it if it is right.");
    }

    [Fact]
    public void ThereIsNoNewHole() =>
        Assert.Empty(new CoverageTable(Repository).Members.Where(static m => m.IsHole && !m.IsKnown).Select(static m => $"{m.Section}.{m.Name}: {(m.Exists ? "nothing checks it" : "is not there")}"));

    [Fact]
    public void AFilledHoleIsOffTheList() =>
        Assert.Empty(new CoverageTable(Repository).Members.Where(static m => m.IsKnown && !m.IsHole).Select(static m => $"{m.Section}.{m.Name}"));

    [Fact]
    public void WhatIsNotThereOrNotCheckedIsAHole()
    {
        Assert.True(new CoverageRow("torch", "missing", false, [], 0, 0, true).IsHole);
        Assert.True(new CoverageRow("torch", "abs", true, [], 0, 0, true).IsHole);
        Assert.True(new CoverageRow("torch.Size", "numel", true, [], 0, 0, false).IsHole);
        Assert.False(new CoverageRow("torch", "abs", true, ["abs"], 1, 1, false).IsHole);
    }

    private static string FindRepository()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "DtcGen.sln")))
            {
                return folder.FullName;
            }
        }

        throw new DirectoryNotFoundException($"No folder above {AppContext.BaseDirectory} holds DtcGen.sln.");
    }
}
