namespace DtcGen.Testing.Tests;

/// <summary>The flow of received and verified files.</summary>
public sealed class VerifiedFileTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory();

    private string Test => Path.Combine(folder.FullName, "SomeTests.cs");

    private string Verified => Path.Combine(folder.FullName, "SomeTests.Case.verified.cs");

    private string Received => Path.Combine(folder.FullName, "SomeTests.Case.received.cs");

    public VerifiedFileTests() => File.WriteAllText(Test, "");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void Without_a_verified_file_the_text_is_received_and_the_message_says_how_to_accept_it()
    {
        var failure = Assert.Throws<SnapshotException>(() => Match("one\ntwo\n"));

        Assert.Equal("one\ntwo\n", File.ReadAllText(Received));
        Assert.Contains("There is no SomeTests.Case.verified.cs yet.", failure.Message, StringComparison.Ordinal);
        Assert.Contains($"mv \"{Received}\" \"{Verified}\"", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_difference_shows_its_lines_and_what_is_around_them()
    {
        File.WriteAllText(Verified, "a\nb\nc\nd\ne\nf\ng\nh\ni\n");

        var failure = Assert.Throws<SnapshotException>(() => Match("a\nb\nc\nd\ne\nf\ng\nH\ni\n"));

        Assert.Contains("…\n  e\n  f\n  g\n- h\n+ H\n  i", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("  a\n", failure.Message, StringComparison.Ordinal);
        Assert.True(File.Exists(Received));
    }

    [Fact]
    public void A_match_deletes_what_was_received_before_and_does_not_mind_line_ends()
    {
        File.WriteAllText(Verified, "one\r\ntwo\r\n");
        File.WriteAllText(Received, "old");

        Match("one\ntwo");

        Assert.False(File.Exists(Received));
        Assert.Equal("one\r\ntwo\r\n", File.ReadAllText(Verified));
    }

    [Fact]
    public void Accepted_the_received_text_is_the_verified_one()
    {
        File.WriteAllText(Verified, "old");
        Assert.Throws<SnapshotException>(() => Match("new"));

        Match("new", accept: true);

        Assert.Equal("new\n", File.ReadAllText(Verified));
        Assert.False(File.Exists(Received));
    }

    [Fact]
    public void Verified_files_can_have_a_folder_of_their_own()
    {
        Assert.Throws<SnapshotException>(() => VerifiedFile.Match("text", "txt", "_snapshots", Test, "Case", accept: false));

        Assert.True(File.Exists(Path.Combine(folder.FullName, "_snapshots", "SomeTests.Case.received.txt")));
    }

    [Fact]
    public void A_deterministic_build_s_paths_are_found_from_the_repository_s_root()
    {
        var failure = Assert.Throws<SnapshotException>(() => VerifiedFile.Match("text", "cs", null, "/_/tests/DtcGen.Testing.Tests/VerifiedFileTests.cs", "Never", accept: false));
        var received = failure.Message.Split('"')[1];

        Assert.EndsWith("tests/DtcGen.Testing.Tests/VerifiedFileTests.Never.received.cs", received.Replace('\\', '/'), StringComparison.Ordinal);
        File.Delete(received);
    }

    private void Match(string text, bool accept = false) => VerifiedFile.Match(text, "cs", null, Test, "Case", accept);
}
