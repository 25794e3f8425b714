using System.Collections.Concurrent;

namespace DtcGen.Samples.InferenceApp;

/// <summary>The models that are served, and the files that could not be.</summary>
internal sealed class ModelCatalogue(AppOptions options, InferenceMetrics metrics, Func<byte[], IClassifier> load) : IAsyncDisposable
{
    private const string Preferred = "pruned";
    private readonly ConcurrentDictionary<string, ModelSlot> _slots = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, string> _unusable = new(StringComparer.Ordinal);

    /// <summary>The models, by name.</summary>
    public IReadOnlyList<ModelSlot> Models => [.. _slots.Values.OrderBy(slot => slot.Name, StringComparer.Ordinal)];

    /// <summary>Files that never could be served, with the reason.</summary>
    public IReadOnlyDictionary<string, string> Unusable => _unusable;

    public ModelSlot? Find(string name) => _slots.GetValueOrDefault(name);

    /// <summary>The model of that name; where none is named, "pruned" if there is one, else the first.</summary>
    public ModelSlot? Choose(string? name)
        => name is null ? _slots.GetValueOrDefault(Preferred) ?? Models.FirstOrDefault() : Find(name);

    /// <summary>Takes a file's content over as the model's new version, loading it beside the one that answers.</summary>
    /// <returns>Whether the version that answers has changed.</returns>
    /// <exception cref="BadModelException">It cannot be served; the old version goes on.</exception>
    public bool Update(string name, byte[] file)
    {
        var slot = Find(name);
        if (slot is not null && slot.Current.Version == LoadedModel.VersionOf(file))
        {
            slot.Problem = null;
            return false;
        }

        try
        {
            var model = new LoadedModel(file, load);
            if (slot is null)
            {
                _slots[name] = new ModelSlot(name, model, options, metrics);
                _unusable.TryRemove(name, out _);
            }
            else
            {
                slot.Replace(model);
            }

            metrics.Loaded(name, succeeded: true);
            return true;
        }
        catch (BadModelException e)
        {
            metrics.Loaded(name, succeeded: false);
            Complain(name, e.Message);
            throw;
        }
    }

    /// <summary>Records why a file is not what answers.</summary>
    public void Complain(string name, string problem)
    {
        if (Find(name) is { } slot)
        {
            slot.Problem = problem;
        }
        else
        {
            _unusable[name] = problem;
        }
    }

    /// <summary>Forgets a file that never could be served and is gone.</summary>
    public void Forget(string name) => _unusable.TryRemove(name, out _);

    public async ValueTask DisposeAsync()
    {
        foreach (var slot in _slots.Values)
        {
            await slot.DisposeAsync();
        }
    }
}
