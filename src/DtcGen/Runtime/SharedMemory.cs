using static TorchSharp.torch;

namespace DtcGen.Runtime;

/// <summary>Layers that share a weight lose neurons together, or not at all.</summary>
internal static class SharedMemory
{
    /// <summary>For each cut, one of the cuts in the same memory, the same for all of them.</summary>
    /// <param name="model">The model.</param>
    /// <param name="group">The group that loses neurons.</param>
    /// <param name="cuts">All that a clip changes.</param>
    /// <param name="isOnce">Whether one tensor under two names is known to be one layer in two fields, which is cut once for both.</param>
    /// <exception cref="InvalidOperationException">A tensor of the model shares memory with one that is cut, and does
    /// not lose the same.</exception>
    public static IReadOnlyList<(TensorCut Cut, TensorCut First)> Check(
        nn.Module model, NeuronGroup group, IReadOnlyCollection<TensorCut> cuts, bool isOnce = false)
    {
        var first = new Dictionary<nint, TensorCut>();
        var checkedCuts = new List<(TensorCut, TensorCut)>(cuts.Count);
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var cut in cuts)
        {
            names.Add(cut.Name);
            var memory = TensorMemory.Of(cut.Values);
            if (!first.TryAdd(memory, cut) && !cut.LosesWhat(first[memory]))
            {
                throw Refusal(group, first[memory].Name, cut.Name, "would lose other entries in each of them");
            }

            checkedCuts.Add((cut, first[memory]));
        }

        if (AreMetOnceEach(model, first))
        {
            return checkedCuts;
        }

        foreach (var (name, tensor) in ModelTensors.Of(model))
        {
            if (isOnce && cuts.Any(cut => ReferenceEquals(cut.Values, tensor)))
            {
                continue;
            }

            if (!names.Contains(name) && !tensor.IsInvalid && first.TryGetValue(TensorMemory.Of(tensor), out var cut) && tensor.numel() > 0)
            {
                throw Refusal(group, cut.Name, name, $"takes part in '{cut.Name}' alone");
            }
        }

        return checkedCuts;
    }

    // Whether the model has what is cut, each once, and nothing else in the same memory.
    private static bool AreMetOnceEach(nn.Module model, Dictionary<nint, TensorCut> cuts)
    {
        var open = new HashSet<nint>(cuts.Keys);
        var others = 0;
        ModelTensors.Visit(model, tensor =>
        {
            if (tensor is { IsInvalid: false } && TensorMemory.Of(tensor) is var memory && cuts.TryGetValue(memory, out var cut)
                && (!ReferenceEquals(cut.Values, tensor) || !open.Remove(memory)))
            {
                others++;
            }
        });
        return open.Count + others == 0;
    }

    private static InvalidOperationException Refusal(NeuronGroup group, string first, string second, string why)
        => new($"'{first}' and '{second}' share their memory, and neuron group '{group.Name}' {why}. Nothing was changed. "
            + $"Give each layer a weight of its own, or keep the group: [DualTomographic(Keep = [\"{group.Name}\"])].");
}
