namespace DtcGen.Samples.InferenceApp;

/// <summary>Looks at the folder when the system says that it changed, and now and then, as not every file system says so.</summary>
internal sealed class ModelWatcher(ModelFolder folder, ILogger<ModelWatcher> logger) : BackgroundService
{
    private static readonly TimeSpan Regularly = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Settling = TimeSpan.FromMilliseconds(100);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var changed = new SemaphoreSlim(0);
        using var watcher = Watch(() => changed.Release());
        var left = false;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (left)
                {
                    await Task.Delay(Settling, stoppingToken);
                }
                else
                {
                    await changed.WaitAsync(Regularly, stoppingToken);
                    while (changed.Wait(0))
                    {
                        // One look is enough for all the changes so far.
                    }
                }

                left = folder.Look(settledOnly: true);
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }

    private FileSystemWatcher? Watch(Action changed)
    {
        try
        {
            var watcher = new FileSystemWatcher(
                folder.Path)
            { NotifyFilter = NotifyFilters.FileName | NotifyFilters.LastWrite | NotifyFilters.Size };
            watcher.Changed += (_, _) => changed();
            watcher.Created += (_, _) => changed();
            watcher.Deleted += (_, _) => changed();
            watcher.Renamed += (_, _) => changed();
            watcher.EnableRaisingEvents = true;
            return watcher;
        }
        catch (Exception e) when (e is IOException or ArgumentException or PlatformNotSupportedException)
        {
            logger.LogWarning(
                "{Folder} is looked at every {Seconds} s, as it cannot be watched ({Reason})",
                folder.Path,
                Regularly.TotalSeconds,
                e.Message);
            return null;
        }
    }
}
