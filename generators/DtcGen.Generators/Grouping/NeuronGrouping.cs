using System.Collections.Immutable;
using DtcGen.Generators.Collections;
using DtcGen.Generators.Reading;
using DtcGen.Generators.Reading.Graph;

namespace DtcGen.Generators.Grouping;

/// <summary>Works out which neurons leave together: union-find over the dimensions of the values of <c>forward</c>.</summary>
internal static class NeuronGrouping
{
    public static GroupedModel Group(Model model)
    {
        var graph = model.Graph;
        var axes = new AxisGraph(graph);
        for (var input = 0; input < graph.Inputs.Count; input++)
        {
            axes[input] = Shape.OfInput();
        }

        foreach (var operation in graph.Operations)
        {
            AxisRules.Apply(axes, operation);
        }

        PinOutputs(graph, axes);
        PinKept(graph, axes);
        PinWhatCannotLeave(axes);
        return new GroupedModel(model.Class, graph, Groups(graph, axes), PinnedLayers(axes));
    }

    private static void PinOutputs(ForwardGraph graph, AxisGraph axes)
    {
        foreach (var axis in graph.Outputs.SelectMany(output => axes[output].Known))
        {
            axis.Pin("they are the model's output");
        }
    }

    private static void PinKept(ForwardGraph graph, AxisGraph axes)
    {
        foreach (var use in axes.Uses.Where(use => use.Role == Role.Producer && graph.Keep.Contains(graph.Layers[use.Layer].Name)))
        {
            use.Axis.Pin("the attribute keeps them");
        }
    }

    private static void PinWhatCannotLeave(AxisGraph axes)
    {
        foreach (var use in axes.Uses.Where(static use => use.Axis.Factors.Length > 0))
        {
            foreach (var factor in use.Axis.Factors.Where(factor => Place(use.Axis, factor.Root) is null))
            {
                factor.Pin("they are flattened between other dimensions");
            }
        }

        var taken = new HashSet<Axis>(axes.Uses.Where(static use => use.Role == Role.Consumer).SelectMany(static use => Variables(use.Axis)));
        foreach (var use in axes.Uses.Where(use => use.Role == Role.Producer && !taken.Contains(use.Axis.Root)))
        {
            use.Axis.Pin("no layer takes them");
        }
    }

    private static EquatableArray<Group> Groups(ForwardGraph graph, AxisGraph axes)
        => axes.Uses
            .Where(static use => use.Role == Role.Producer && use.Axis.Pinned is null)
            .Select(static use => use.Axis.Root)
            .Distinct()
            .Select(root => Group(graph, axes, root))
            .ToEquatableArray();

    private static Group Group(ForwardGraph graph, AxisGraph axes, Axis root)
    {
        var members = axes.Uses
            .Where(use => Variables(use.Axis).Contains(root))
            .Select(use => new Member(use.Layer, use.Role, Place(use.Axis, root)!.Value))
            .ToEquatableArray();
        return new Group(graph.Layers[members.First(static member => member.Role == Role.Producer).Layer].Name, members);
    }

    private static EquatableArray<PinnedLayer> PinnedLayers(AxisGraph axes)
        => axes.Uses
            .Where(static use => use.Role == Role.Producer && use.Axis.Pinned is not null)
            .Select(static use => new PinnedLayer(use.Layer, use.Axis.Pinned!))
            .ToEquatableArray();

    private static IEnumerable<Axis> Variables(Axis axis)
        => axis.Factors.Length == 0 ? [axis.Root] : axis.Factors.Select(static factor => factor.Root);

    // Null when more than one unknown factor would be needed to find a neuron's entries.
    private static Placement? Place(Axis axis, Axis root)
    {
        if (axis.Factors.Length == 0)
        {
            return Placement.Whole;
        }

        var places = axis.Factors.Select((factor, i) => (factor.Root, i)).Where(place => place.Root == root).Select(static place => place.i).ToImmutableArray();
        return places switch
        {
            [0] => Placement.Blocks,
            [var only] when only == axis.Factors.Length - 1 => Placement.Repeats,
            _ => null,
        };
    }
}
