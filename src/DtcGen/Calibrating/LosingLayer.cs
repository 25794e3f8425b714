using DtcGen.Runtime;
using static TorchSharp.torch;

namespace DtcGen.Calibrating;

/// <summary>A layer that loses inputs in a clip.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Layer">The layer.</param>
/// <param name="Inputs">The entries of its weight's inputs that leave.</param>
/// <param name="Outputs">The outputs that leave.</param>
/// <param name="Refusal">Why it is not refitted, whatever it takes; null where it may be.</param>
internal sealed record LosingLayer(
    string Name, nn.Module<Tensor, Tensor> Layer, IReadOnlySet<long> Inputs, IReadOnlySet<long> Outputs, string? Refusal)
{
    /// <summary>Finds them, before the clip.</summary>
    /// <param name="model">The model.</param>
    /// <param name="parts">Of each group, its parts.</param>
    /// <param name="kept">Of each group, the neurons that will stay.</param>
    public static IReadOnlyList<LosingLayer> Find(
        nn.Module model, IReadOnlyList<IReadOnlyList<NeuronPart>> parts, IReadOnlyList<IReadOnlyCollection<long>> kept)
    {
        var layers = parts
            .SelectMany((group, i) => group.Where(static part => part.IsWeight).Select(part => (Part: part, Group: i)))
            .GroupBy(static item => item.Part.Module, ReferenceEqualityComparer.Instance);
        List<LosingLayer> losing = [];
        foreach (var layer in layers)
        {
            var inputs = Leaving(layer, NeuronRole.Consumer);
            if (inputs.Count > 0)
            {
                var module = (nn.Module<Tensor, Tensor>)layer.Key!;
                losing.Add(new LosingLayer(
                    layer.First().Part.Member.Layer,
                    module,
                    inputs,
                    Leaving(layer, NeuronRole.Producer),
                    LayerWindows.Refusal(module) ?? (SharesParameters(model, module) ? "it shares its weights with another layer" : null)));
            }
        }

        return losing;

        HashSet<long> Leaving(IEnumerable<(NeuronPart Part, int Group)> layer, NeuronRole role) => [.. layer
            .Where(item => item.Part.Member.Role == role)
            .SelectMany(item => item.Part.EntriesOfOthers(kept[item.Group]))];
    }

    /// <summary>The outputs that stay.</summary>
    /// <param name="outputs">How many there were.</param>
    public long[] StayingOutputs(long outputs)
        => [.. Enumerable.Range(0, (int)outputs).Select(static output => (long)output).Where(output => !Outputs.Contains(output))];

    /// <summary>Whether another layer of a model computes with a layer's weight or bias too. One layer in two fields is one.</summary>
    public static bool SharesParameters(nn.Module model, nn.Module layer)
        => layer.parameters(false).Where(static own => !own.IsInvalid).Any(own => IsShared(model, own));

    private static bool IsShared(nn.Module model, Tensor values)
    {
        var memory = TensorMemory.Of(values);
        return ModelTensors.Modules(model).Select(static item => item.Module).Distinct(ReferenceEqualityComparer.Instance).Cast<nn.Module>()
            .Where(module => module.parameters(false).Any(own => !own.IsInvalid && TensorMemory.Of(own) == memory))
            .Skip(1)
            .Any();
    }
}
