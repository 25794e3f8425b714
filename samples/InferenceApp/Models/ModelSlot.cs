using System.Collections.Concurrent;

namespace DtcGen.Samples.InferenceApp;

/// <summary>A model by name: the version that answers now, and the images that wait for it.</summary>
internal sealed class ModelSlot : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, byte> versions = new(StringComparer.Ordinal);
    private volatile LoadedModel current;
    private volatile string? problem;

    public ModelSlot(string name, LoadedModel first, AppOptions options, InferenceMetrics metrics)
    {
        Name = name;
        current = first;
        versions.TryAdd(first.Version, 0);
        Queue = new BatchQueue(this, options, metrics);
    }

    public string Name { get; }

    public BatchQueue Queue { get; }

    /// <summary>The version that answers now. To run it, use <see cref="Use"/>.</summary>
    public LoadedModel Current => current;

    /// <summary>The versions that answer or have answered.</summary>
    public IEnumerable<string> Versions => versions.Keys;

    /// <summary>Why the file as it is now is not what answers; null when it is.</summary>
    public string? Problem
    {
        get => problem;
        set => problem = value;
    }

    /// <summary>The current version, kept alive until it is released.</summary>
    public LoadedModel Use()
    {
        while (true)
        {
            LoadedModel model = current;
            if (model.TryUse())
            {
                return model;
            }
        }
    }

    /// <summary>Lets a new version answer from the next batch on.</summary>
    public void Replace(LoadedModel next)
    {
        versions.TryAdd(next.Version, 0);
        LoadedModel old = Interlocked.Exchange(ref current, next);
        problem = null;
        old.Retire();
    }

    /// <summary>Answers the images that wait, then releases the model.</summary>
    public async ValueTask DisposeAsync()
    {
        await Queue.DisposeAsync();
        current.Retire();
    }
}
