using System.Collections.Immutable;
using DtcGen.Generators.Collections;
using DtcGen.Generators.Reading.Graph;

namespace DtcGen.Generators.Grouping;

/// <summary>Works out which neurons leave together: union-find over the dimensions of the values of <c>forward</c>.</summary>
internal static class NeuronGrouping
{
    public static GroupedNeurons Group(ForwardGraph graph)
    {
        var axes = new AxisGraph(graph);
        for (var input = 0; input < graph.Inputs.Count; input++)
        {
            axes[input] = graph.Sizes.Count == 0 ? Shape.OfInput() : Shape.OfSizes(graph.Sizes[input], "they are the model's input");
        }

        foreach (var operation in graph.Operations)
        {
            AxisRules.Apply(axes, operation);
            RecordedSizes.Check(graph, axes, operation);
        }

        PinOutputs(graph, axes);
        PinKept(graph, axes);
        foreach (var staying in graph.Staying)
        {
            foreach (var use in axes.Uses.Where(use => use.Layer == staying.Layer))
            {
                use.Axis.Pin(staying.Reason);
            }
        }

        PinUntaken(axes);
        var groups = Groups(graph, axes);
        return new GroupedNeurons(groups, PinnedLayers(axes));
    }

    private static void PinOutputs(ForwardGraph graph, AxisGraph axes)
    {
        foreach (var output in graph.Outputs)
        {
            axes[output].PinAll("they are the model's output");
        }
    }

    private static void PinKept(ForwardGraph graph, AxisGraph axes)
    {
        foreach (var use in axes.Uses.Where(use => use.Role == Role.Producer && graph.Keep.Contains(graph.Layers[use.Layer].Name)))
        {
            use.Axis.Pin("the attribute keeps them");
        }
    }

    private static void PinUntaken(AxisGraph axes)
    {
        var taken = new HashSet<Axis>(
            axes.Uses.Where(static use => use.Role == Role.Consumer).SelectMany(static use => use.Axis.Variables));
        foreach (var variable in Produced(axes).Where(variable => !variable.IsTaken && !taken.Contains(variable)))
        {
            variable.Pin("no layer takes them");
        }
    }

    private static IEnumerable<Axis> Produced(AxisGraph axes)
        => axes.Uses.Where(static use => use.Role == Role.Producer).SelectMany(static use => use.Axis.Variables).Distinct();

    private static EquatableArray<Group> Groups(ForwardGraph graph, AxisGraph axes)
    {
        var layouts = new Layouts(axes);
        var groups = new List<Group>();
        var isSettled = false;

        // A variable that turns out not to be clippable is pinned, which can fix sizes that others are told by.
        while (!isSettled)
        {
            isSettled = true;
            groups.Clear();
            foreach (var variable in Produced(axes).Where(static variable => variable.Pinned is null).ToArray())
            {
                if (Group(graph, axes, layouts, variable) is { } group)
                {
                    groups.Add(group);
                }
                else
                {
                    variable.Pin("their places among flattened or concatenated dimensions cannot be told");
                    isSettled = false;
                }
            }
        }

        return groups.ToEquatableArray();
    }

    private static Group? Group(ForwardGraph graph, AxisGraph axes, Layouts layouts, Axis variable)
    {
        var members = ImmutableArray.CreateBuilder<Member>();
        foreach (var use in axes.Uses.Where(use => use.Axis.Variables.Contains(variable)))
        {
            if (layouts.Find(use.Axis, variable) is not { } layout)
            {
                return null;
            }

            members.Add(new Member(use.Layer, use.Role, layout));
        }

        var producers = members.Where(static member => member.Role == Role.Producer).ToImmutableArray();
        var counter = producers.FirstOrDefault(static member => member.Layout.IsWhole)
            ?? producers.FirstOrDefault(
                static member => member.Layout is { Outer: not null, Inner: not null, Before.Count: 0, After.Count: 0 });
        return counter is null
            ? null
            : new Group(graph.Layers[producers[0].Layer].Name, counter, new EquatableArray<Member>(members.ToImmutable()));
    }

    private static EquatableArray<PinnedLayer> PinnedLayers(AxisGraph axes)
        => axes.Uses
            .Where(static use => use.Role == Role.Producer
                && use.Axis.Variables.Any()
                && use.Axis.Variables.All(static variable => variable.Pinned is not null))
            .Select(static use => new PinnedLayer(use.Layer, use.Axis.Variables.First().Pinned!))
            .ToEquatableArray();
}
