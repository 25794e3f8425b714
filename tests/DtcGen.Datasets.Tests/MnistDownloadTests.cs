using System.Security.Cryptography;

namespace DtcGen.Datasets.Tests;

public sealed class MnistDownloadTests : IDisposable
{
    private const string First = "https://first.example/mnist/";
    private const string Second = "https://second.example/mnist/";
    private static readonly byte[] Good = [1, 2, 3, 4, 5];

    private readonly TemporaryFolder folder = new();
    private readonly FakeServer server = new();

    public void Dispose()
    {
        folder.Dispose();
        server.Dispose();
    }

    [Fact]
    public async Task Fetches_checks_and_names_the_file_and_reports_progress()
    {
        server.Content[First + "a.gz"] = Good;
        var reports = new List<DownloadProgress>();
        string cache = Path.Combine(folder.Path, "new", "mnist");

        await Download().FetchAsync(cache, new Recorder(reports));

        Assert.Equal(Good, File.ReadAllBytes(Path.Combine(cache, "a.gz")));
        Assert.Equal(["a.gz"], Names(cache));
        Assert.Equal(new DownloadProgress("a.gz", 5, 5), reports[^1]);
    }

    [Fact]
    public async Task A_file_that_is_there_and_right_is_not_fetched_again_and_a_wrong_one_is()
    {
        server.Content[First + "a.gz"] = Good;
        folder.Write("a.gz", Good);
        await Download().FetchAsync(folder.Path);
        Assert.Empty(server.Requests);

        folder.Write("a.gz", [9]);
        await Download().FetchAsync(folder.Path);
        Assert.Equal(Good, File.ReadAllBytes(Path.Combine(folder.Path, "a.gz")));
    }

    [Fact]
    public async Task Another_mirror_is_tried_after_a_failure_or_a_wrong_sum()
    {
        server.Content[First + "a.gz"] = [5, 4, 3];
        server.Content[Second + "a.gz"] = Good;
        await Download().FetchAsync(folder.Path);
        Assert.Equal([First + "a.gz", Second + "a.gz"], server.Requests);
        Assert.Equal(["a.gz"], Names(folder.Path));

        File.Delete(Path.Combine(folder.Path, "a.gz"));
        server.Content[First + "a.gz"] = null;
        await Download().FetchAsync(folder.Path);
        Assert.Equal(Good, File.ReadAllBytes(Path.Combine(folder.Path, "a.gz")));
    }

    [Fact]
    public async Task Without_a_good_answer_the_error_lists_every_mirror_and_nothing_stays()
    {
        server.Content[First + "a.gz"] = null;
        server.Content[Second + "a.gz"] = [5, 4, 3];

        var error = await Assert.ThrowsAsync<DatasetException>(() => Download().FetchAsync(folder.Path));

        Assert.Contains(First + "a.gz: Name or service not known", error.Message);
        Assert.Contains(Second + "a.gz: the MD5 sum is", error.Message);
        Assert.Contains("network", error.Message);
        Assert.Empty(Names(folder.Path));
    }

    [Fact]
    public async Task A_folder_that_cannot_be_made_is_named()
    {
        string below = Path.Combine(folder.Write("file", []), "cache");
        var error = await Assert.ThrowsAsync<DatasetException>(() => Download().FetchAsync(below));
        Assert.Equal(below, error.Path);
        Assert.Contains(MnistDownload.CacheVariable, error.Message);
    }

    [Fact]
    public async Task Cancelling_stops_it_and_leaves_nothing_half_done()
    {
        server.Content[First + "a.gz"] = Good;
        using var cancel = new CancellationTokenSource();
        var cancelling = new Recorder([], () => cancel.Cancel());

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Download().FetchAsync(folder.Path, cancelling, cancel.Token));
        Assert.Empty(Names(folder.Path));
    }

    [Fact]
    public void The_standard_files_are_the_four_of_mnist_with_well_formed_sums()
    {
        using var client = new HttpClient(server);
        var download = new MnistDownload(client);
        Assert.Equal(4, download.Files.Select(f => f.Name).Distinct().Count());
        Assert.All(download.Files, f => Assert.Matches("^[0-9a-f]{32}$", f.Md5));
        Assert.All(download.Mirrors, m => Assert.Equal(Uri.UriSchemeHttps, m.Scheme));
        Assert.All(download.Mirrors, m => Assert.EndsWith("/", m.AbsoluteUri, StringComparison.Ordinal));
    }

    private MnistDownload Download() => new(new HttpClient(server, disposeHandler: false))
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
