using System.Runtime.CompilerServices;
using static TorchSharp.torch;

namespace DtcGen.Runtime;

/// <summary>What clips have left of each model that is alive.</summary>
internal static class ClipHistory
{
    private static readonly ConditionalWeakTable<nn.Module, Dictionary<string, GroupHistory>> Models = [];

    /// <summary>What became of a group.</summary>
    /// <param name="model">The model.</param>
    /// <param name="group">The group's name.</param>
    /// <param name="count">How many neurons it has now.</param>
    public static GroupHistory Of(nn.Module model, string group, int count)
    {
        var groups = Models.GetOrCreateValue(model);
        lock (groups)
        {
            // Where it has another size than the last clip left, something else has changed the model.
            return !groups.TryGetValue(group, out var known) || known.Before < count ? new GroupHistory(group, count, count, All(count))
                : known.After == count ? known
                : known with { After = count, Kept = null };
        }
    }

    /// <summary>Notes a clip that was made.</summary>
    /// <param name="model">The model.</param>
    /// <param name="group">The group's name.</param>
    /// <param name="count">How many neurons it had before.</param>
    /// <param name="kept">Those that stayed, by their numbers before the clip.</param>
    public static void Add(nn.Module model, string group, int count, IReadOnlyList<long> kept)
    {
        var before = Of(model, group, count);
        Set(model, before with
        {
            After = kept.Count,
            Kept = before.Kept is { } numbers ? [.. kept.Select(neuron => numbers[(int)neuron])] : null,
        });
    }

    /// <summary>Notes what is known of a group from elsewhere.</summary>
    public static void Set(nn.Module model, GroupHistory history)
    {
        var groups = Models.GetOrCreateValue(model);
        lock (groups)
        {
            groups[history.Name] = history;
        }
    }

    /// <summary>Remembers what is known of a model now.</summary>
    /// <returns>What makes it so again.</returns>
    public static Action Keep(nn.Module model)
    {
        var groups = Models.GetOrCreateValue(model);
        lock (groups)
        {
            var kept = groups.Values.ToArray();
            return () =>
            {
                lock (groups)
                {
                    groups.Clear();
                    foreach (var history in kept)
                    {
                        groups[history.Name] = history;
                    }
                }
            };
        }
    }

    private static int[] All(int count) => [.. Enumerable.Range(0, count)];
}
