using System.Globalization;
using DtcGen.Datasets;

namespace DtcGen.Samples;

/// <summary>
/// Where a sample's images come from: the folder asked for, else the one that the environment names, else the cache, else drawn here.
/// A folder that was named and cannot be used is an error, never a reason to go on to the next.
/// </summary>
public sealed record DataSource
{
    /// <summary>The environment variable that usually names a folder with the data.</summary>
    public const string FolderVariable = "DTC_DATA";

    /// <summary>MNIST, or synthetic digits.</summary>
    public static DataSource Mnist { get; } = new()
    {
        Name = "MNIST",
        Files = "MNIST's four idx files, gzipped or not",
        SyntheticName = "synthetic digits",
        Normalization = Datasets.Mnist.Normalization,
        Load = Datasets.Mnist.Load,
        Draw = (train, test, seed) => SyntheticDigits.Create(train ?? 60_000, test ?? 10_000, seed),
        Cache = MnistDownload.DefaultFolder,
        IsCached = Datasets.Mnist.Exists,
        FetchAsync = async (folder, progress, cancellationToken) =>
        {
            using var client = new HttpClient();
            await new MnistDownload(client).FetchAsync(folder, progress, cancellationToken);
        },
    };

    /// <summary>CIFAR-10, or synthetic shapes.</summary>
    public static DataSource Cifar10 { get; } = new()
    {
        Variable = "DTC_CIFAR10",
        Name = "CIFAR-10",
        Files = "CIFAR-10's binary files (data_batch_1.bin and so on, test_batch.bin), gzipped or not",
        SyntheticName = "synthetic shapes",
        Normalization = Datasets.Cifar10.Normalization,
        Load = Datasets.Cifar10.Load,
        Draw = (train, test, seed) => SyntheticShapes.Create(train ?? 10_000, test ?? 1_000, seed),
    };

    /// <summary>The environment variable that names a folder with this data.</summary>
    public string Variable { get; init; } = FolderVariable;

    /// <summary>The data set's name.</summary>
    public required string Name { get; init; }

    /// <summary>What a folder must hold, for help and messages.</summary>
    public required string Files { get; init; }

    /// <summary>What the data drawn here is called.</summary>
    public required string SyntheticName { get; init; }

    /// <summary>How pixel values become inputs.</summary>
    public required Normalization Normalization { get; init; }

    /// <summary>Reads a folder.</summary>
    public required Func<string, ImageDataset> Load { get; init; }

    /// <summary>Draws so many training and test images (null: the usual number) from a seed.</summary>
    public required Func<int?, int?, long, ImageDataset> Draw { get; init; }

    /// <summary>The folder that the data is downloaded into; null where nothing is known to fetch it from.</summary>
    public Func<string>? Cache { get; init; }

    /// <summary>Whether a folder has the files, by name.</summary>
    public Func<string, bool> IsCached { get; init; } = _ => false;

    /// <summary>Fetches the data into a folder.</summary>
    public Func<string, IProgress<DownloadProgress>, CancellationToken, Task> FetchAsync { get; init; } = (_, _, _) => Task.CompletedTask;

    /// <summary>Chooses the data, and says in words where it comes from.</summary>
    /// <param name="options">What the user asked for.</param>
    /// <param name="trainLimit">How many training images at most, or null for all.</param>
    /// <param name="testLimit">How many test images at most, or null for all.</param>
    /// <param name="display">Shows a download.</param>
    /// <param name="cancellationToken">Stops a download.</param>
    /// <exception cref="SampleException">The data cannot be used.</exception>
    public async Task<(ImageDataset Data, string Origin)> ChooseAsync(
        SampleOptions options, int? trainLimit, int? testLimit, ConsoleProgress display, CancellationToken cancellationToken)
    {
        if (options.Data is { } folder)
        {
            return Read(folder, "--data", "given by --data");
        }

        if (options.Download && Cache is not null)
        {
            await DownloadAsync(Cache(), display, cancellationToken);
            return Read(Cache(), "--download", "downloaded and checked");
        }

        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named)
        {
            return Read(named, Variable, $"given by {Variable}");
        }

        if (Cache is not null && IsCached(Cache()))
        {
            return Read(Cache(), "the cache (delete it, or fetch it anew with --download)", "cached by --download");
        }

        return (
            Draw(trainLimit, testLimit, options.Seed),
            $"built in, made from the seed; not real data: for {Name} use {(Cache is null ? "" : "--download, ")}--data DIR or {Variable}");

        (ImageDataset Data, string Origin) Read(string from, string option, string origin)
        {
            try
            {
                var all = Load(from);
                return (
                    all with { Train = all.Train.Take(trainLimit ?? int.MaxValue), Test = all.Test.Take(testLimit ?? int.MaxValue) },
                    $"{from}, {origin}");
            }
            catch (DatasetException e)
            {
                throw new SampleException($"{option}: {e.Message}", e);
            }
        }
    }

    private async Task DownloadAsync(string folder, ConsoleProgress display, CancellationToken cancellationToken)
    {
        using var stage = display.Begin("downloading");
        try
        {
            var files = new HashSet<string>();
            var progress = new Reporter<DownloadProgress>(file =>
            {
                display.Report(file.Received);
                if (file.Received == file.Total && files.Add(file.File))
                {
                    display.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {file.File}, {file.Received / 1e6:F1} MB"));
                }
            });
            await FetchAsync(folder, progress, cancellationToken);
        }
        catch (DatasetException e)
        {
            throw new SampleException($"--download: {e.Message}", e);
        }
    }
}
