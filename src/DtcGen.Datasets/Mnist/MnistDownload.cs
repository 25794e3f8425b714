using System.Globalization;
using System.Security.Cryptography;

namespace DtcGen.Datasets;

/// <summary>
/// Fetches MNIST's four files from public mirrors into a folder. A file is checked against its MD5 sum before it
/// gets its name, so the folder never holds a damaged one; files that are already right are not fetched again.
/// </summary>
/// <param name="client">What sends the requests.</param>
public sealed class MnistDownload(HttpClient client)
{
    /// <summary>Names the folder to cache data sets in, instead of the user's own.</summary>
    public const string CacheVariable = "DTC_CACHE";

    /// <summary>Where to look, in this order. Each ends with a slash.</summary>
    public IReadOnlyList<Uri> Mirrors { get; init; } =
    [
        new("https://ossci-datasets.s3.amazonaws.com/mnist/"),
        new("https://storage.googleapis.com/cvdf-datasets/mnist/"),
    ];

    /// <summary>What to fetch.</summary>
    internal IReadOnlyList<MnistFile> Files { get; init; } =
    [
        new("train-images-idx3-ubyte.gz", "f68b3c2dcbeaaa9fbdd348bbdeb94873"),
        new("train-labels-idx1-ubyte.gz", "d53e105ee54ea40749a09fcbcd1e9432"),
        new("t10k-images-idx3-ubyte.gz", "9fb629c4189551a2d022fa330f9573f3"),
        new("t10k-labels-idx1-ubyte.gz", "ec29112dd5afa0611ce80d1b7f02629c"),
    ];

    /// <summary>
    /// The folder to keep MNIST in: <c>mnist</c> under the folder that <see cref="CacheVariable"/> names, else
    /// under <c>DtcGen</c> in the user's local application data.
    /// </summary>
    public static string DefaultFolder()
    {
        var cache = Environment.GetEnvironmentVariable(CacheVariable);
        if (string.IsNullOrEmpty(cache))
        {
            var local = Environment.GetFolderPath(
                Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify);

            // A service account may have no home.
            cache = Path.Combine(local.Length > 0 ? local : Path.GetTempPath(), "DtcGen");
        }

        return Path.Combine(cache, "mnist");
    }

    /// <summary>Fetches what is not there yet.</summary>
    /// <param name="folder">Where to put the files; created when missing.</param>
    /// <param name="progress">Told of every part received.</param>
    /// <param name="cancellationToken">Stops the download; nothing half-done stays.</param>
    /// <exception cref="DatasetException">No mirror gave a file with the right MD5 sum, or the folder cannot be written.</exception>
    public async Task FetchAsync(string folder, IProgress<DownloadProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        try
        {
            Directory.CreateDirectory(folder);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw CannotWrite(folder, e);
        }

        foreach (var file in Files)
        {
            var path = Path.Combine(folder, file.Name);
            if (!File.Exists(path) || await SumOf(path, cancellationToken) != file.Md5)
            {
                await FetchFromAnyMirror(file, path, progress, cancellationToken);
            }
        }
    }

    private async Task FetchFromAnyMirror(
        MnistFile file, string path, IProgress<DownloadProgress>? progress, CancellationToken cancellationToken)
    {
        var failures = new List<string>();
        foreach (var mirror in Mirrors)
        {
            var address = new Uri(mirror, file.Name);
            var temporary = $"{path}.{Environment.ProcessId.ToString(CultureInfo.InvariantCulture)}.part";
            try
            {
                var sum = await Receive(address, file, temporary, progress, cancellationToken);
                if (sum == file.Md5)
                {
                    File.Move(temporary, path, overwrite: true);
                    return;
                }

                failures.Add($"{address}: the MD5 sum is {sum} instead of {file.Md5}");
            }
            catch (Exception e) when (e is HttpRequestException or HttpIOException
                || (e is OperationCanceledException && !cancellationToken.IsCancellationRequested))
            {
                failures.Add($"{address}: {e.Message}");
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                throw CannotWrite(folder: Path.GetDirectoryName(path)!, e);
            }
            finally
            {
                File.Delete(temporary);
            }
        }

        throw new DatasetException(
            path,
            $"no usable answer from the mirrors ({string.Join("; ", failures)})",
            $"{file.Name} with the MD5 sum {file.Md5}",
            "Check the network connection and proxy, or fetch MNIST's four files by other means and point to their folder.");
    }

    private async Task<string> Receive(
        Uri address, MnistFile file, string temporary, IProgress<DownloadProgress>? progress, CancellationToken cancellationToken)
    {
        using var response = await client.GetAsync(address, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        response.EnsureSuccessStatusCode();
        var total = response.Content.Headers.ContentLength;

        using var sum = IncrementalHash.CreateHash(HashAlgorithmName.MD5);
        await using var content = await response.Content.ReadAsStreamAsync(cancellationToken);
        await using var output = File.Create(temporary);
        var buffer = new byte[1 << 16];
        long received = 0;
        int read;
        while ((read = await content.ReadAsync(buffer, cancellationToken)) > 0)
        {
            sum.AppendData(buffer, 0, read);
            await output.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
            received += read;
            progress?.Report(new DownloadProgress(file.Name, received, total));
        }

        return Convert.ToHexStringLower(sum.GetHashAndReset());
    }

    private static async Task<string> SumOf(string path, CancellationToken cancellationToken)
    {
        await using var stream = File.OpenRead(path);
        return Convert.ToHexStringLower(await MD5.HashDataAsync(stream, cancellationToken));
    }

    private static DatasetException CannotWrite(string folder, Exception e)
        => new(
            folder,
            $"a folder that cannot be written ({e.Message})",
            "a folder for the downloaded files",
            $"Name another one in the environment variable {CacheVariable}.",
            e);
}
