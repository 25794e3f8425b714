using System.Security.Cryptography;

namespace DtcGen.Datasets.Tests;

public sealed class MnistDownloadTests : IDisposable
{
    private const string First = "https://first.example/mnist/";
    private const string Second = "https://second.example/mnist/";
    private static readonly byte[] Good = [1, 2, 3, 4, 5];

    private readonly TemporaryFolder _folder = new();
    private readonly FakeServer _server = new();

    public void Dispose()
    {
        _folder.Dispose();
        _server.Dispose();
    }

    [Fact]
    public async Task FetchesChecksAndNamesTheFileAndReportsProgress()
    {
        _server.Content[First + "a.gz"] = Good;
        var reports = new List<DownloadProgress>();
        var cache = Path.Combine(_folder.Path, "new", "mnist");

        await Download().FetchAsync(cache, new Recorder(reports));

        Assert.Equal(Good, File.ReadAllBytes(Path.Combine(cache, "a.gz")));
        Assert.Equal(["a.gz"], Names(cache));
        Assert.Equal(new DownloadProgress("a.gz", 5, 5), reports[^1]);
    }

    [Fact]
    public async Task AFileThatIsThereAndRightIsNotFetchedAgainAndAWrongOneIs()
    {
        _server.Content[First + "a.gz"] = Good;
        _folder.Write("a.gz", Good);
        await Download().FetchAsync(_folder.Path);
        Assert.Empty(_server.Requests);

        _folder.Write("a.gz", [9]);
        await Download().FetchAsync(_folder.Path);
        Assert.Equal(Good, File.ReadAllBytes(Path.Combine(_folder.Path, "a.gz")));
    }

    [Fact]
    public async Task AnotherMirrorIsTriedAfterAFailureOrAWrongSum()
    {
        _server.Content[First + "a.gz"] = [5, 4, 3];
        _server.Content[Second + "a.gz"] = Good;
        await Download().FetchAsync(_folder.Path);
        Assert.Equal([First + "a.gz", Second + "a.gz"], _server.Requests);
        Assert.Equal(["a.gz"], Names(_folder.Path));

        File.Delete(Path.Combine(_folder.Path, "a.gz"));
        _server.Content[First + "a.gz"] = null;
        await Download().FetchAsync(_folder.Path);
        Assert.Equal(Good, File.ReadAllBytes(Path.Combine(_folder.Path, "a.gz")));
    }

    [Fact]
    public async Task WithoutAGoodAnswerTheErrorListsEveryMirrorAndNothingStays()
    {
        _server.Content[First + "a.gz"] = null;
        _server.Content[Second + "a.gz"] = [5, 4, 3];

        var error = await Assert.ThrowsAsync<DatasetException>(() => Download().FetchAsync(_folder.Path));

        Assert.Contains(First + "a.gz: Name or service not known", error.Message);
        Assert.Contains(Second + "a.gz: the MD5 sum is", error.Message);
        Assert.Contains("network", error.Message);
        Assert.Empty(Names(_folder.Path));
    }

    [Fact]
    public async Task AFolderThatCannotBeMadeIsNamed()
    {
        var below = Path.Combine(_folder.Write("file", []), "cache");
        var error = await Assert.ThrowsAsync<DatasetException>(() => Download().FetchAsync(below));
        Assert.Equal(below, error.Path);
        Assert.Contains(MnistDownload.CacheVariable, error.Message);
    }

    [Fact]
    public async Task CancellingStopsItAndLeavesNothingHalfDone()
    {
        _server.Content[First + "a.gz"] = Good;
        using var cancel = new CancellationTokenSource();
        var cancelling = new Recorder([], () => cancel.Cancel());

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Download().FetchAsync(_folder.Path, cancelling, cancel.Token));
        Assert.Empty(Names(_folder.Path));
    }

    [Fact]
    public void TheStandardFilesAreTheFourOfMnistWithWellFormedSums()
    {
        using var client = new HttpClient(_server);
        var download = new MnistDownload(client);
        Assert.Equal(4, download.Files.Select(f => f.Name).Distinct().Count());
        Assert.All(download.Files, f => Assert.Matches("^[0-9a-f]{32}$", f.Md5));
        Assert.All(download.Mirrors, m => Assert.Equal(Uri.UriSchemeHttps, m.Scheme));
        Assert.All(download.Mirrors, m => Assert.EndsWith("/", m.AbsoluteUri, StringComparison.Ordinal));
    }

    private MnistDownload Download() => new(new HttpClient(_server, disposeHandler: false))
    {
        Mirrors = [new(First), new(Second)],
        Files = [new("a.gz", Convert.ToHexStringLower(MD5.HashData(Good)))],
    };

    private static string[] Names(string path) => [.. Directory.GetFileSystemEntries(path).Select(p => Path.GetFileName(p)!)];

    private sealed class Recorder(List<DownloadProgress> reports, Action? then = null) : IProgress<DownloadProgress>
    {
        public void Report(DownloadProgress value)
        {
            reports.Add(value);
            then?.Invoke();
        }
    }
}
