namespace DtcGen.Testing.Tests;

/// <summary>The flow of received and verified files.</summary>
public sealed class VerifiedFileTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory();

    private string Test => Path.Combine(_folder.FullName, "SomeTests.cs");

    private string Verified => Path.Combine(_folder.FullName, "SomeTests.Case.verified.cs");

    private string Received => Path.Combine(_folder.FullName, "SomeTests.Case.received.cs");

    public VerifiedFileTests() => File.WriteAllText(Test, "");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void WithoutAVerifiedFileTheTextIsReceivedAndTheMessageSaysHowToAcceptIt()
    {
        var failure = Assert.Throws<SnapshotException>(() => Match("one\ntwo\n"));

        Assert.Equal("one\ntwo\n", File.ReadAllText(Received));
        Assert.Contains("There is no SomeTests.Case.verified.cs yet.", failure.Message, StringComparison.Ordinal);
        Assert.Contains($"mv \"{Received}\" \"{Verified}\"", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ADifferenceShowsItsLinesAndWhatIsAroundThem()
    {
        File.WriteAllText(Verified, "a\nb\nc\nd\ne\nf\ng\nh\ni\n");

        var failure = Assert.Throws<SnapshotException>(() => Match("a\nb\nc\nd\ne\nf\ng\nH\ni\n"));

        Assert.Contains("…\n  e\n  f\n  g\n- h\n+ H\n  i", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("  a\n", failure.Message, StringComparison.Ordinal);
        Assert.True(File.Exists(Received));
    }

    [Fact]
    public void AMatchDeletesWhatWasReceivedBeforeAndDoesNotMindLineEnds()
    {
        File.WriteAllText(Verified, "one\r\ntwo\r\n");
        File.WriteAllText(Received, "old");

        Match("one\ntwo");

        Assert.False(File.Exists(Received));
        Assert.Equal("one\r\ntwo\r\n", File.ReadAllText(Verified));
    }

    [Fact]
    public void AcceptedTheReceivedTextIsTheVerifiedOne()
    {
        File.WriteAllText(Verified, "old");
        Assert.Throws<SnapshotException>(() => Match("new"));

        Match("new", accept: true);

        Assert.Equal("new\n", File.ReadAllText(Verified));
        Assert.False(File.Exists(Received));
    }

    [Fact]
    public void VerifiedFilesCanHaveAFolderOfTheirOwn()
    {
        Assert.Throws<SnapshotException>(() => VerifiedFile.Match("text", "txt", "_snapshots", Test, "Case", accept: false));

        Assert.True(File.Exists(Path.Combine(_folder.FullName, "_snapshots", "SomeTests.Case.received.txt")));
    }

    [Fact]
    public void PathsOfADeterministicBuildAreFoundFromTheRootOfTheRepository()
    {
        var failure = Assert.Throws<SnapshotException>(
            () => VerifiedFile.Match("text", "cs", null, "/_/tests/DtcGen.Testing.Tests/VerifiedFileTests.cs", "Never", accept: false));
        var received = failure.Message.Split('"')[1];

        Assert.EndsWith(
            "tests/DtcGen.Testing.Tests/VerifiedFileTests.Never.received.cs", received.Replace('\\', '/'), StringComparison.Ordinal);
        File.Delete(received);
    }

    private void Match(string text, bool accept = false) => VerifiedFile.Match(text, "cs", null, Test, "Case", accept);
}
