using DtcGen.Generators.Collections;
using DtcGen.Generators.Reading.Graph;

namespace DtcGen.Generators.Grouping;

/// <summary>The dimensions of all values of a graph, and the layers that make and take them. The axis rules fill it.</summary>
internal sealed class AxisGraph(ForwardGraph graph)
{
    private readonly Dictionary<int, Shape> _shapes = [];
    private readonly List<AxisUse> _uses = [];

    public IReadOnlyList<AxisUse> Uses => _uses;

    public Shape this[int number]
    {
        get => _shapes[number];
        set => _shapes[number] = value;
    }

    public Layer Layer(Operation operation) => graph.Layers[operation.Layer!.Value];

    /// <summary>The shape of an operation's only tensor, or of its first.</summary>
    public Shape Input(Operation operation) => this[operation.Inputs.First(static input => input.Value is not null).Value!.Value];

    /// <summary>The sizes that a value had when the graph was recorded; empty where it was read.</summary>
    public EquatableArray<long> Sizes(int value) => graph.Sizes.Count == 0 ? EquatableArray<long>.Empty : graph.Sizes[value];

    /// <summary>Whether the graph was recorded.</summary>
    public bool IsRecorded => graph.Sizes.Count > 0;

    /// <summary>Notes what a layer does to a dimension. Called again, it makes and takes the same neurons again.</summary>
    public void Use(Operation operation, Role role, Axis axis)
    {
        var layer = operation.Layer!.Value;
        if (_uses.FirstOrDefault(use => use.Layer == layer && use.Role == role) is { } known)
        {
            known.Axis.Unite(axis);
            return;
        }

        _uses.Add(new AxisUse(layer, role, axis));
    }
}
