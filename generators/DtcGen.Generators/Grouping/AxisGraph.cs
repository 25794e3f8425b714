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

    public void Use(Operation operation, Role role, Axis axis) => _uses.Add(new AxisUse(operation.Layer!.Value, role, axis));
}
