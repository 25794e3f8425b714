using System.Runtime.CompilerServices;
using DtcGen.Generators.Collections;
using DtcGen.Generators.Grouping;
using DtcGen.Generators.Reading;
using DtcGen.Generators.Reading.Graph;

namespace DtcGen.Generators.Writing;

/// <summary>A model that was read and the neurons in it that leave together.</summary>
internal sealed record GroupedModel(ModelClass Class, ForwardGraph Graph, EquatableArray<Group> Groups, EquatableArray<PinnedLayer> Pinned)
{
    // Messages and code are made of the same groups, in steps of their own.
    private static readonly ConditionalWeakTable<Model, GroupedModel> Known = new();

    public static GroupedModel Of(Model model) => Known.GetValue(model, Group);

    private static GroupedModel Group(Model model)
    {
        var (groups, pinned) = NeuronGrouping.Group(model.Graph);
        return new GroupedModel(model.Class, model.Graph, groups, pinned);
    }
}
