using System.Globalization;
using System.Text.Json.Serialization;
using DtcGen.Runtime;
using DtcGen.Saving;
using static TorchSharp.torch;

namespace DtcGen.Training;

/// <summary>
/// Where a compression stands between two cycles. With the model's weights it is all that is needed to go on,
/// since every cycle starts with a new optimizer.
/// </summary>
/// <param name="InitialNeurons">Each group's neurons before the first clip.</param>
/// <param name="Steps">How many steps have been taken.</param>
/// <param name="Cycles">The cycles completed.</param>
public sealed record CompressState(IReadOnlyList<int> InitialNeurons, long Steps, IReadOnlyList<CycleRecord> Cycles)
{
    /// <summary>What <see cref="CompressOptions.Budget"/> counts; null without one.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Unit { get; init; }

    /// <summary>How much of it the model had before the first clip; null without a budget.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? CostBefore { get; init; }

    /// <summary>Each group's neurons now.</summary>
    internal IReadOnlyList<int> Sizes
        => Cycles.Count == 0 ? InitialNeurons : [.. Cycles[^1].Groups.Select(static group => group.NeuronsAfter)];

    /// <summary>
    /// The state as one line of JSON, for a file of one's own; <see cref="CompressCheckpoint"/> keeps it together with the weights.
    /// </summary>
    public string ToJson() => CompressStateJson.Write(this);

    /// <summary>Where it stands, as <c>14 cycles, 2800 steps, 75.0 % gone</c>, and a line for each group.</summary>
    public override string ToString()
    {
        var last = Cycles.Count == 0 ? null : Cycles[^1];
        return string.Create(CultureInfo.InvariantCulture, $"{Cycles.Count} cycles, {Steps} steps, {100 * (last?.Sparsity ?? 0):0.0} % gone")
            + string.Concat(InitialNeurons.Select(
                (before, group) => $"\n  {last?.Groups[group].Name ?? $"group {group}"}: {Sizes[group]} of {before} neurons"));
    }

    /// <summary>Reads what <see cref="ToJson"/> wrote.</summary>
    /// <param name="json">The text.</param>
    /// <exception cref="InvalidDataException">The text is something else, or contradicts itself.</exception>
    public static CompressState FromJson(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        return CompressStateJson.Read(json);
    }

    /// <summary>The neurons of a group that are left, ascending, by their numbers before the first clip.</summary>
    /// <param name="group">The group's place in <see cref="IDualTomographic.Groups"/>.</param>
    public IReadOnlyList<int> KeptNeurons(int group)
    {
        int[] left = [.. Enumerable.Range(0, InitialNeurons[group])];
        foreach (var cycle in Cycles)
        {
            left = [.. cycle.Groups[group].Kept.Select(neuron => left[neuron])];
        }

        return left;
    }

    /// <summary>
    /// Clips a freshly built model to the sizes of this state, so that saved weights can be loaded into it.
    /// Which neurons leave does not matter: all weights are about to be replaced. <see cref="PrunedModel"/> does both at once,
    /// by the sizes in the file of weights.
    /// </summary>
    /// <param name="model">A model as it was before the first clip.</param>
    /// <exception cref="ArgumentException">The model's groups are not those of this state.</exception>
    public void Shrink(IDualTomographic model)
    {
        ArgumentNullException.ThrowIfNull(model);
        var sizes = Sizes;
        if (model.Groups.Count != sizes.Count)
        {
            throw new ArgumentException($"The model has {model.Groups.Count} neuron groups, the saved run {sizes.Count}.", nameof(model));
        }

        foreach (var group in model.Groups)
        {
            var size = sizes[group.Index];
            if (size > model.CountNeurons(group))
            {
                throw new ArgumentException(
                    $"Neuron group '{group.Name}' has {model.CountNeurons(group)} neurons, the saved run {size}.", nameof(model));
            }

            if (size < model.CountNeurons(group))
            {
                model.Clip(group, [.. Enumerable.Range(0, size).Select(i => (long)i)]);
            }
        }

        Remember(model);
    }

    /// <summary>Has a model that is as large as this state says know which of its neurons were kept.</summary>
    internal void Remember(IDualTomographic model)
    {
        foreach (var group in model.Groups)
        {
            var kept = KeptNeurons(group.Index);
            var known = ClipHistory.Of((nn.Module)model, group.Name, kept.Count);

            // A run that began with a model of which neurons had left already counts from there.
            ClipHistory.Set(
                (nn.Module)model, known with { After = kept.Count, Kept = known.Before == InitialNeurons[group.Index] ? kept : null });
        }
    }
}
