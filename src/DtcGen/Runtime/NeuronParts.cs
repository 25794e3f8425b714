using DtcGen.Recording;
using static TorchSharp.torch;

namespace DtcGen.Runtime;

/// <summary>
/// Where the neurons of a group lie in the tensors of its layers. A clip knows that, whoever wrote it, so it is asked: a clip that
/// keeps all neurons changes nothing, and says here what it would have cut.
/// </summary>
internal static class NeuronParts
{
    [ThreadStatic]
    private static Question? _asked;

    /// <summary>The parts of a group, in forward order.</summary>
    /// <param name="model">The model.</param>
    /// <param name="group">One of its groups.</param>
    /// <exception cref="NotSupportedException">The model's clip is written by hand, without <see cref="NeuronClip"/>.</exception>
    public static IReadOnlyList<NeuronPart> Of(IDualTomographic model, NeuronGroup group)
    {
        var outer = _asked;
        _asked = new Question(group, ModelTensors.Modules((nn.Module)model).ToArray(), []);
        try
        {
            model.Clip(group, [.. Enumerable.Range(0, checked((int)model.CountNeurons(group))).Select(static neuron => (long)neuron)]);
            return _asked.Parts.Count > 0 ? _asked.Parts : throw new NotSupportedException(
                $"Where the neurons of '{group.Name}' lie cannot be told: the Clip of '{model.GetType().Name}' is not a generated one. "
                + "Criteria that look at single layers, or at data, and reconstruction need it.");
        }
        finally
        {
            _asked = outer;
        }
    }

    /// <summary>Whether a clip of this group is to say what it would cut.</summary>
    public static bool IsAsking(NeuronGroup group) => _asked is { } question && ReferenceEquals(question.Group, group);

    /// <summary>Says it.</summary>
    public static void Answer(string layer, string name, Tensor values, long dimension, long[] entries, long neurons)
    {
        var asked = _asked!;
        var module = asked.Modules.First(item => item.Name == layer).Module;
        var part = name[(layer.Length + 1)..];
        var role = asked.Group.Members.Contains(new NeuronGroupMember(layer, NeuronRole.PerNeuron)) ? NeuronRole.PerNeuron
            : part != "weight" || RecordedLayers.OutputDimension(module) == dimension ? NeuronRole.Producer
            : NeuronRole.Consumer;
        asked.Parts.Add(new NeuronPart(new NeuronGroupMember(layer, role), module, part, values, dimension, entries, neurons));
    }

    private sealed record Question(NeuronGroup Group, (string Name, nn.Module Module)[] Modules, List<NeuronPart> Parts);
}
