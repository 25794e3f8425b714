using DtcGen.Datasets;

namespace DtcGen.Samples;

/// <summary>
/// Chooses the data: the folder asked for, else the one that the environment names, else the cache, else built-in
/// data. A folder that was named and cannot be used is an error, never a reason to go on to the next.
/// </summary>
internal static class DataChoice
{
    /// <param name="source">The sample's data.</param>
    /// <param name="options">What the user asked for.</param>
    /// <param name="trainLimit">How many training images at most, or null for all.</param>
    /// <param name="testLimit">How many test images at most, or null for all.</param>
    /// <param name="progress">Told of a download's progress.</param>
    /// <param name="cancellationToken">Stops a download.</param>
    /// <exception cref="SampleException">The data cannot be used.</exception>
    public static async Task<ChosenData> ChooseAsync(
        DataSource source,
        SampleOptions options,
        int? trainLimit,
        int? testLimit,
        IProgress<DownloadProgress> progress,
        CancellationToken cancellationToken)
    {
        var cache = source.CreateCache();
        if (options.Data is { } folder)
        {
            return Load(folder, "--data", "given by --data");
        }

        if (options.Download && cache is not null)
        {
            return await DownloadAsync(cache);
        }

        if (Environment.GetEnvironmentVariable(source.Variable) is { Length: > 0 } named)
        {
            return Load(named, source.Variable, $"given by {source.Variable}");
        }

        if (cache is { IsFilled: true })
        {
            return Load(cache.Folder, "the cache (delete it, or fetch it anew with --download)", "cached by --download");
        }

        return new ChosenData(
            source.CreateSynthetic(trainLimit, testLimit, options.Seed),
            $"built in, made from the seed; not real data: for {source.Name} use {(cache is null ? "" : "--download, ")}--data DIR or {source.Variable}");

        ChosenData Load(string folder, string option, string origin)
        {
            try
            {
                var all = source.Load(folder);
                return new ChosenData(
                    all with { Train = all.Train.Take(trainLimit ?? int.MaxValue), Test = all.Test.Take(testLimit ?? int.MaxValue) },
                    $"{folder}, {origin}");
            }
            catch (DatasetException e)
            {
                throw new SampleException($"{option}: {e.Message}", e);
            }
        }

        async Task<ChosenData> DownloadAsync(DataCache target)
        {
            try
            {
                await target.FetchAsync(progress, cancellationToken);
            }
            catch (DatasetException e)
            {
                throw new SampleException($"--download: {e.Message}", e);
            }

            return Load(target.Folder, "--download", "downloaded and checked");
        }
    }
}
