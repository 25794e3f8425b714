using System.Collections.Immutable;
using DtcGen.Generators.Collections;
using DtcGen.Generators.Reading.Graph;
using DtcGen.Generators.Reading.Values;

namespace DtcGen.Generators.Reading;

/// <summary>Collects a <see cref="ForwardGraph"/> while <c>forward</c> is read.</summary>
internal sealed class GraphBuilder
{
    private readonly List<string> _inputs = [];
    private readonly List<Layer> _layers = [];
    private readonly List<Operation> _operations = [];
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);

    // An operation in place changes what every holder of its input sees: the input's number stands for the output's from then on.
    private readonly Dictionary<int, int> _replaced = [];

    // A view shares its elements with what it was made from: one that is changed in place spoils the others.
    private readonly Dictionary<int, int> _viewed = [];
    private readonly HashSet<int> _spoiled = [];

    private int _values;

    public IEnumerable<Layer> Layers => _layers;

    public TensorValue AddInput(string name)
    {
        _inputs.Add(name);
        return new TensorValue(_values++);
    }

    /// <summary>Adds a layer with weights, or returns null when it is in use already.</summary>
    public int? AddLayer(Layer layer)
    {
        if (_layers.Any(known => known.Name == layer.Name))
        {
            return null;
        }

        _layers.Add(layer);
        return _layers.Count - 1;
    }

    public TensorValue Add(
        OperatorKind kind,
        string name,
        ImmutableArray<Operand> inputs,
        ImmutableArray<Argument> arguments = default,
        int? layer = null,
        bool inPlace = false)
    {
        var operands = inputs.Select(Current).ToEquatableArray();
        var output = _values++;
        _operations.Add(new Operation(kind, Unique(name), layer, operands, output, new EquatableArray<Argument>(arguments)));
        if (inPlace && operands[0].Value is { } changed)
        {
            _spoiled.UnionWith(Enumerable.Range(0, output).Where(value => value != changed && Owner(value) == Owner(changed)));
            if (kind == OperatorKind.Elu)
            {
                // TorchSharp's ELU in place leaves its input as it was (0.107): what holds the input is not to be relied on.
                _spoiled.Add(changed);
                return new TensorValue(output);
            }

            _replaced[changed] = output;
            _viewed[output] = Owner(changed);
        }
        else if (IsView(kind) && operands[0].Value is { } viewed)
        {
            _viewed[output] = Owner(viewed);
        }

        return new TensorValue(output);
    }

    /// <summary>Adds an operation that takes a value apart.</summary>
    public ImmutableArray<TensorValue> AddParts(OperatorKind kind, string name, Operand input, ImmutableArray<Argument> arguments, int count)
    {
        var operand = Current(input);
        var first = _values;
        _values += count;
        _operations.Add(new Operation(kind, Unique(name), null, new[] { operand }.ToEquatableArray(), first, new EquatableArray<Argument>(arguments), count));
        foreach (var part in Enumerable.Range(first, count))
        {
            _viewed[part] = Owner(operand.Value!.Value);
        }

        return [.. Enumerable.Range(first, count).Select(static part => new TensorValue(part))];
    }

    /// <summary>Whether a value was changed through a view of it, or in place by an ELU, so that what it holds now is not known.</summary>
    public bool IsSpoiled(TensorValue value) => _spoiled.Contains(Current(value.Id));

    public ForwardGraph Build(ImmutableArray<TensorValue> outputs, ImmutableArray<string> keep)
        => new(
            _inputs.ToEquatableArray(),
            _layers.ToEquatableArray(),
            _operations.ToEquatableArray(),
            outputs.Select(output => Current(output.Id)).ToEquatableArray(),
            new EquatableArray<string>(keep));

    private Operand Current(Operand operand) => operand.Value is { } id ? operand with { Value = Current(id) } : operand;

    private int Current(int id)
    {
        while (_replaced.TryGetValue(id, out var output))
        {
            id = output;
        }

        return id;
    }

    private int Owner(int value) => _viewed.TryGetValue(value, out var owner) ? owner : value;

    // A Hardtanh that does not work in place returns its input itself in TorchSharp 0.107.
    private static bool IsView(OperatorKind kind)
        => kind is OperatorKind.Flatten or OperatorKind.Reshape or OperatorKind.Transpose or OperatorKind.Permute or OperatorKind.Unsqueeze or OperatorKind.Squeeze
            or OperatorKind.Slice or OperatorKind.Narrow or OperatorKind.Select or OperatorKind.Hardtanh;

    private string Unique(string name)
    {
        var unique = name;
        for (var i = 1; !_names.Add(unique); i++)
        {
            unique = $"{name}_{i}";
        }

        return unique;
    }
}
