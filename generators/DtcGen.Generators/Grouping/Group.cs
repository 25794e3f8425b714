using DtcGen.Generators.Collections;
using DtcGen.Generators.Reading.Graph;

namespace DtcGen.Generators.Grouping;

/// <summary>Neurons that leave together.</summary>
/// <param name="Name">The name of the first layer that produces them.</param>
/// <param name="Counter">A producer whose size tells how many there are.</param>
/// <param name="Members">Every layer that has a part in them, in forward order.</param>
internal sealed record Group(string Name, Member Counter, EquatableArray<Member> Members)
{
    public IEnumerable<Member> Producers => Members.Where(static member => member.Role == Role.Producer);

    /// <summary>What one of the neurons is.</summary>
    /// <param name="graph">The graph that the members are layers of.</param>
    public NeuronUnit Unit(ForwardGraph graph)
        => Producers.Any(member => graph.Layers[member.Layer].Kind is LayerKind.Conv1d or LayerKind.Conv2d) ? NeuronUnit.Channel
            : Producers.Any(static member => member.Layout.Inner != 1) ? NeuronUnit.Head
            : NeuronUnit.Neuron;

    public IEnumerable<Member> Consumers => Members.Where(static member => member.Role == Role.Consumer);
}
