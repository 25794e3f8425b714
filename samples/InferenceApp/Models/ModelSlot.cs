using System.Collections.Concurrent;

namespace DtcGen.Samples.InferenceApp;

/// <summary>A model by name: the version that answers now, and the images that wait for it.</summary>
internal sealed class ModelSlot : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, byte> _versions = new(StringComparer.Ordinal);
    private volatile LoadedModel _current;
    private volatile string? _problem;

    public ModelSlot(string name, LoadedModel first, AppOptions options, InferenceMetrics metrics)
    {
        Name = name;
        _current = first;
        _versions.TryAdd(first.Version, 0);
        Queue = new BatchQueue(this, options, metrics);
    }

    public string Name { get; }

    public BatchQueue Queue { get; }

    /// <summary>The version that answers now. To run it, use <see cref="Use"/>.</summary>
    public LoadedModel Current => _current;

    /// <summary>The versions that answer or have answered.</summary>
    public IEnumerable<string> Versions => _versions.Keys;

    /// <summary>Why the file as it is now is not what answers; null when it is.</summary>
    public string? Problem
    {
        get => _problem;
        set => _problem = value;
    }

    /// <summary>The current version, kept alive until it is released.</summary>
    public LoadedModel Use()
    {
        while (true)
        {
            var model = _current;
            if (model.TryUse())
            {
                return model;
            }
        }
    }

    /// <summary>Lets a new version answer from the next batch on.</summary>
    public void Replace(LoadedModel next)
    {
        _versions.TryAdd(next.Version, 0);
        var old = Interlocked.Exchange(ref _current, next);
        _problem = null;
        old.Retire();
    }

    /// <summary>Answers the images that wait, then releases the model.</summary>
    public async ValueTask DisposeAsync()
    {
        await Queue.DisposeAsync();
        _current.Retire();
    }
}
