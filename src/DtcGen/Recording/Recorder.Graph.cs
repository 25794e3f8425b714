using System.Collections;
using System.Runtime.CompilerServices;
using DtcGen.Generators.Reading.Graph;
using TorchSharp;
using static TorchSharp.torch;

namespace DtcGen.Recording;

// What it notes: values, and the operations between them.
public sealed partial class Recorder
{
    /// <summary>Brings in an input of the model.</summary>
    internal void AddInput(Tensor tensor) => _tensors.Set(tensor, AddValue(tensor, dependsOnInput: true));

    /// <summary>What was recorded, once forward has returned.</summary>
    internal Recording Finish(object? returned)
    {
        var outputs = Tensors(returned).Select(ValueOf).ToArray();
        return new Recording(_values, _operations, outputs, _layers, _staying);
    }

    /// <summary>All tensors in a value: itself, or those of a list, tuple or dictionary, however deep.</summary>
    internal static IEnumerable<Tensor> Tensors(object? value) => value switch
    {
        // A layer may return one that is not there, such as weights that nobody asked for.
        Tensor tensor => tensor.IsInvalid ? [] : [tensor],
        string => [],
        ITuple tuple => Enumerable.Range(0, tuple.Length).SelectMany(i => Tensors(tuple[i])),
        IDictionary map => map.Values.Cast<object?>().SelectMany(Tensors),
        IEnumerable list => list.Cast<object?>().SelectMany(Tensors),
        _ => [],
    };

    /// <summary>The number of the value that a tensor is now.</summary>
    internal int ValueOf(Tensor tensor)
    {
        if (_tensors.Find(tensor) is { } known)
        {
            return !_tensors.IsSpoiled(tensor) ? known : Followed(tensor, known) ?? Spoiled(tensor, known, _tensors.SpoiledBy(tensor));
        }

        var held = _tree.Held(tensor);
        if (held is null && _tensors.ChangedBeside(tensor) is { } by)
        {
            return Spoiled(tensor, by, by);
        }

        foreach (var owner in held?.Owners ?? [])
        {
            _staying.TryAdd(owner, "its weight is used outside of it too");
        }

        var value = AddValue(tensor, dependsOnInput: false);
        Append(new RecordedOperation
        {
            Kind = held is null ? OperatorKind.Constant : OperatorKind.Parameter,
            Function = held is null && Filling.Of(tensor) is not null ? Filling.Name : string.Empty,
            Name = Unique(held?.Name ?? Join("constant")),
            Held = held?.Tensor ?? OutsideOfScopes.Keep(tensor),
            Inputs = [],
            Arguments = held is null && Filling.Of(tensor) is { } filling ? [filling] : [],
            Output = value,
            Outputs = 1,
        });
        _tensors.Set(tensor, value);
        return value;
    }

    /// <summary>A name inside the module whose forward runs.</summary>
    internal string Join(string name) => _path.Length == 0 ? name : $"{_path}.{name}";

    /// <summary>Adds an operation and gives its results their values.</summary>
    /// <param name="kind">What it computes.</param>
    /// <param name="function">The function, where the kind stands for several.</param>
    /// <param name="name">Its name, made unique.</param>
    /// <param name="inputs">Tensors and numbers, in order.</param>
    /// <param name="arguments">Its settings.</param>
    /// <param name="results">The tensors that it made.</param>
    /// <param name="module">The module that was called, if it was one.</param>
    /// <param name="inPlace">Whether the first input became the result.</param>
    /// <param name="refusal">Why export refuses it.</param>
    internal void Add(
        OperatorKind kind,
        string function,
        string name,
        IEnumerable<object> inputs,
        IReadOnlyList<object?> arguments,
        IReadOnlyList<Tensor> results,
        nn.Module? module = null,
        bool inPlace = false,
        string? refusal = null)
    {
        var given = inputs.ToArray();
        var operands = given.Select(input => input is Tensor tensor
            ? new RecordedOperand(ValueOf(tensor), 0)
            : new RecordedOperand(
                null, Numbers.Double(input) ?? throw new UnfollowedException("an operand is neither a tensor nor a number"))).ToArray();
        var depends = operands.Any(operand => operand.Value is { } value && _values[value].DependsOnInput);
        var output = _values.Count;
        foreach (var result in results)
        {
            AddValue(result, depends);
        }

        Append(new RecordedOperation
        {
            Kind = kind,
            Function = function,
            Name = Unique(name),
            Module = module,
            Inputs = operands,
            Arguments = arguments,
            Output = output,
            Outputs = results.Count,
            Refusal = refusal,
        });

        if (inPlace && given[0] is Tensor changed && results.Count == 1)
        {
            _tensors.Change(changed, output);
        }

        for (var i = 0; i < results.Count; i++)
        {
            _tensors.Set(results[i], output + i);
        }
    }

    /// <summary>Whether a tensor that was kept was changed since, by nothing that was recorded.</summary>
    internal bool HasChanged(Tensor tensor)
    {
        if (!_kept.Remove(tensor, out var before) || tensor.IsInvalid || _operations.Count != before.Operations)
        {
            return false;
        }

        using var same = tensor.eq(before.Entries).all();
        before.Entries.Dispose();
        return !same.item<bool>();
    }

    /// <summary>Notes a step that is not followed and changed a tensor in place.</summary>
    internal void AddChange(string name, Tensor changed, IEnumerable<Tensor> inputs, object? result, string refusal)
    {
        Add(
            OperatorKind.Opaque,
            name,
            Join(name),
            [changed, .. inputs.Where(input => !ReferenceEquals(input, changed))],
            [],
            [changed],
            inPlace: true,
            refusal: refusal);
        foreach (var tensor in Tensors(result).Where(tensor => _tensors.Find(tensor) is null))
        {
            Same(changed, tensor);
        }
    }

    /// <summary>Lets a result be the same value as a tensor that is known.</summary>
    internal void Same(Tensor input, object? result)
    {
        var value = ValueOf(input);
        foreach (var tensor in Tensors(result))
        {
            _tensors.Set(tensor, value);
        }
    }

    /// <summary>Whether a tensor is a value in flight, or a parameter or buffer of the model.</summary>
    internal bool IsFollowed(Tensor tensor) => _tensors.Find(tensor) is not null || _tree.Held(tensor) is not null;

    /// <summary>The sizes that a tensor had when it was noted.</summary>
    internal long[] SizesOf(Tensor tensor) => _values[ValueOf(tensor)].Sizes;

    /// <summary>Whether a value was computed from an input of the model.</summary>
    internal bool DependsOnInput(Tensor tensor) => _values[ValueOf(tensor)].DependsOnInput;

    /// <summary>Notes a step that is not followed: what it takes and makes stays, and export names it.</summary>
    internal void AddOpaque(string name, IEnumerable<Tensor> inputs, object? result, string refusal, nn.Module? module = null)
    {
        var taken = inputs.ToArray();
        var made = Tensors(result)
            .Where(tensor => _tensors.Find(tensor) is null)
            .Distinct(ReferenceEqualityComparer.Instance)
            .Cast<Tensor>()
            .ToArray();
        Add(OperatorKind.Opaque, name, Join(name), taken, [], made, module, refusal: refusal);
    }

    // What a step that is not followed takes: it may change it.
    private void Keep(object? operands)
    {
        foreach (var tensor in Tensors(operands))
        {
            _kept[tensor] = (tensor.detach().clone(), _operations.Count);
        }
    }

    private void NoteSizesRead(IEnumerable<object?> operands)
    {
        foreach (var tensor in operands.SelectMany(Tensors).Where(IsFollowed))
        {
            NoteSizeRead(tensor, null);
        }
    }

    private void NoteSizeRead(Tensor tensor, long? dimension)
        => Add(OperatorKind.ReadSize, string.Empty, Join("size"), [tensor], dimension is { } known ? [known] : [], []);

    private int Spoiled(Tensor tensor, int known, int by)
    {
        var value = AddValue(tensor, dependsOnInput: true);
        Append(new RecordedOperation
        {
            Kind = OperatorKind.Opaque,
            Function = "view",
            Name = Unique(Join("changed")),
            Inputs = [new RecordedOperand(known, 0), new RecordedOperand(by, 0)],
            Arguments = [],
            Output = value,
            Outputs = 1,
            Refusal = "a tensor that shares memory with one that was changed in place is used afterwards",
        });
        _tensors.Set(tensor, value);
        return value;
    }

    private int AddValue(Tensor tensor, bool dependsOnInput)
    {
        _values.Add(new RecordedValue(tensor.shape, tensor.dtype, dependsOnInput));
        return _values.Count - 1;
    }

    private void Append(RecordedOperation operation) => _operations.Add(operation);

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
