using System.Collections.Immutable;
using DtcGen.Generators.Collections;
using DtcGen.Generators.Reading.Graph;
using DtcGen.Generators.Reading.Values;

namespace DtcGen.Generators.Reading;

/// <summary>Collects a <see cref="ForwardGraph"/> while <c>forward</c> is read.</summary>
internal sealed class GraphBuilder
{
    /// <summary>What is expected where a spoiled tensor is met.</summary>
    public const string UnspoiledTensor =
        "a tensor that has not been changed in place through a view of it, or by an ELU, which leaves its input as it was";

    private readonly List<string> _inputs = [];
    private readonly List<Layer> _layers = [];
    private readonly List<Operation> _operations = [];
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);

    // What variables hold is numbered by itself: an operation in place gives a tensor another of the graph's values.
    private readonly List<int> _held = [];

    // By tensor, the first of those that may share its elements: one that is changed in place spoils the others.
    private readonly List<int> _memory = [];
    private readonly HashSet<int> _spoiled = [];

    // Weights and buffers, which a change in place would leave changed.
    private readonly HashSet<int> _lasting = [];

    private int _values;

    private string? _fault;

    public IEnumerable<Layer> Layers => _layers;

    /// <summary>What an operation needed and did not find, as the end of a sentence; null when nothing. Asking for it clears it.</summary>
    public string? TakeFault()
    {
        var fault = _fault;
        _fault = null;
        return fault;
    }

    public TensorValue AddInput(string name)
    {
        _inputs.Add(name);
        return Hold(_values++, null);
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
        _operations.Add(new Operation(kind, Unique(name), layer, operands, output, Sizes(arguments)));
        if (inPlace && inputs[0].Value is { } changed)
        {
            if (kind == OperatorKind.Elu)
            {
                // TorchSharp's ELU in place leaves its input as it was (0.107): what holds the input is not to be relied on.
                _spoiled.UnionWith(Enumerable.Range(0, _held.Count).Where(other => _memory[other] == _memory[changed]));
                return Hold(output, null);
            }

            _fault ??= _lasting.Contains(_memory[changed]) ? "a weight or buffer to be left as it is" : null;
            _spoiled.UnionWith(Enumerable.Range(0, _held.Count).Where(other => other != changed && _memory[other] == _memory[changed]));
            _held[changed] = output;
            return new TensorValue(changed);
        }

        var held = Hold(output, IsView(kind) ? inputs[0].Value : null);
        if (kind == OperatorKind.Parameter)
        {
            _lasting.Add(held.Id);
        }

        return held;
    }

    /// <summary>Adds an operation that takes a value apart.</summary>
    public ImmutableArray<TensorValue> AddParts(
        OperatorKind kind, string name, Operand input, ImmutableArray<Argument> arguments, int count)
    {
        var operand = Current(input);
        var first = _values;
        _values += count;
        _operations.Add(new Operation(kind, Unique(name), null, new[] { operand }.ToEquatableArray(), first, Sizes(arguments), count));
        return [.. Enumerable.Range(first, count).Select(part => Hold(part, input.Value))];
    }

    /// <summary>What may be the tensor itself or a copy of it: <c>x.contiguous()</c>.</summary>
    public TensorValue AddSame(TensorValue value) => Hold(Current(value.ToOperand()).Value!.Value, value.Id);

    /// <summary>Whether a tensor was changed through another that shares its elements, so that what it holds now is not known.</summary>
    public bool IsSpoiled(TensorValue value) => _spoiled.Contains(value.Id);

    public ForwardGraph Build(ImmutableArray<TensorValue> outputs, ImmutableArray<string> keep)
        => new(
            _inputs.ToEquatableArray(),
            _layers.ToEquatableArray(),
            _operations.ToEquatableArray(),
            outputs.Select(output => _held[output.Id]).ToEquatableArray(),
            new EquatableArray<string>(keep));

    private TensorValue Hold(int value, int? shared)
    {
        _held.Add(value);
        _memory.Add(shared is { } other ? _memory[other] : _held.Count - 1);
        return new TensorValue(_held.Count - 1);
    }

    private Operand Current(Operand operand)
    {
        if (operand.Value is not { } tensor)
        {
            return operand;
        }

        _fault ??= _spoiled.Contains(tensor) ? UnspoiledTensor : null;
        return operand with { Value = _held[tensor] };
    }

    private EquatableArray<Argument> Sizes(ImmutableArray<Argument> arguments)
        => new(arguments.IsDefault
            ? arguments
            : [.. arguments.Select(argument => argument.SizeOf is { } tensor ? argument with { SizeOf = _held[tensor] } : argument)]);

    // A Hardtanh that does not work in place returns its input itself in TorchSharp 0.107.
    private static bool IsView(OperatorKind kind)
        => kind is OperatorKind.Flatten or OperatorKind.Reshape or OperatorKind.Transpose or OperatorKind.Permute or OperatorKind.Unsqueeze
            or OperatorKind.Squeeze
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
