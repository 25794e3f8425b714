using DtcGen.Runtime;
using static TorchSharp.torch;

namespace DtcGen.Calibrating;

/// <summary>All layers that lose inputs when a model is clipped. They are made before the clip, and applied after it.</summary>
internal sealed class LayerRefits
{
    private readonly List<(LayerInputs Inputs, LayerRefit? Refit, string? Refusal)> _layers = [];

    /// <summary>Finds them.</summary>
    /// <param name="model">The model, not clipped yet.</param>
    /// <param name="data">What was gathered.</param>
    /// <param name="parts">Of each group, its parts.</param>
    /// <param name="kept">Of each group, the neurons that will stay.</param>
    /// <param name="ridge">How hard weights are held.</param>
    public LayerRefits(
        nn.Module model, GatheredData data, IReadOnlyList<IReadOnlyList<NeuronPart>> parts, long[][] kept, double ridge)
    {
        var leaving = parts
            .SelectMany((group, i) => group.Where(static part => part.IsWeight).Select(part => (Part: part, Group: i)))
            .ToLookup(
                static item => item.Part.Module,
                item => (item.Part.Member.Role, Entries: item.Part.EntriesOfOthers(kept[item.Group])),
                ReferenceEqualityComparer.Instance as IEqualityComparer<nn.Module>);
        foreach (var inputs in data.Inputs.Values)
        {
            var inputsLeaving = Leaving(inputs, NeuronRole.Consumer);
            if (inputsLeaving.Length == 0)
            {
                continue;
            }

            var isShared = IsShared(model, inputs.Weight) || (inputs.Bias is { } bias && IsShared(model, bias));
            var refusal = inputs.Refusal ?? (isShared ? "it shares its weights with another layer" : null);
            var refit = refusal is null ? new LayerRefit(inputs, ridge, inputsLeaving, Leaving(inputs, NeuronRole.Producer)) : null;
            _layers.Add((inputs, refit, refusal));
        }

        long[] Leaving(LayerInputs inputs, NeuronRole role)
            => [.. leaving[inputs.Layer].Where(item => item.Role == role).SelectMany(static item => item.Entries)];
    }

    /// <summary>Refits them.</summary>
    public IReadOnlyList<RefittedLayer> Apply(Action<int, int> progress, CancellationToken cancellation)
    {
        using var guard = no_grad();
        var refitted = new List<RefittedLayer>();
        foreach (var (inputs, refit, refusal) in _layers)
        {
            cancellation.ThrowIfCancellationRequested();
            refitted.Add(refit?.Apply() ?? new RefittedLayer(inputs.Name, null, null, refusal));
            progress(refitted.Count, _layers.Count);
        }

        return refitted;
    }

    // Whether another layer computes with a tensor too. One layer in two fields is one.
    private static bool IsShared(nn.Module model, Tensor values)
    {
        var memory = TensorMemory.Of(values);
        return ModelTensors.Modules(model).Select(static item => item.Module).Distinct(ReferenceEqualityComparer.Instance).Cast<nn.Module>()
            .Where(module => module.parameters(false).Any(own => !own.IsInvalid && TensorMemory.Of(own) == memory))
            .Skip(1)
            .Any();
    }
}
