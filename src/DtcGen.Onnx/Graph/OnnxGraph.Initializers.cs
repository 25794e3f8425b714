using System.Globalization;
using DtcGen.Onnx.Proto;
using static TorchSharp.torch;

namespace DtcGen.Onnx;

// Parameters and constants.
public sealed partial class OnnxGraph
{
    private readonly Dictionary<(Tensor Tensor, string Form), OnnxValue> _parameters = new(new TensorIdentity());
    private readonly Dictionary<string, OnnxValue> _constants = new(StringComparer.Ordinal);

    /// <summary>A tensor of the model (a parameter, a buffer, a constant), stored in the graph.</summary>
    /// <param name="name">Its name, as in <c>fc1.weight</c>. A tensor that is stored already keeps its first name.</param>
    /// <param name="tensor">Its entries, copied now.</param>
    public OnnxValue Parameter(string name, Tensor tensor) => Parameter(name, tensor, "");

    /// <summary>
    /// Stores a tensor changed by <paramref name="change"/>; form says in a word what that does, so that equal changes
    /// are stored once.
    /// </summary>
    private OnnxValue Parameter(string name, Tensor tensor, string form, Func<Tensor, Tensor>? change = null)
    {
        if (_parameters.TryGetValue((tensor, form), out var known))
        {
            return known;
        }

        var unique = _names.Take(form == "" ? name : $"{name}/{form}");
        var value = Store(change is null ? Make(unique, tensor) : Changed(unique, tensor, change));
        _parameters.Add((tensor, form), value);
        return value;
    }

    private TensorProto Changed(string name, Tensor tensor, Func<Tensor, Tensor> change)
    {
        using var noGrad = no_grad();
        using var scope = NewDisposeScope();
        return Make(name, change(tensor.detach()));
    }

    private TensorProto Make(string name, Tensor tensor)
    {
        if (tensor.NumberOfElements * tensor.ElementSize <= LargestPiece)
        {
            return TensorData.Make(name, tensor);
        }

        using var noGrad = no_grad();
        using var scope = NewDisposeScope();
        var entries = tensor.detach().flatten();
        var piece = LargestPiece / tensor.ElementSize;
        var pieces = new List<ReadOnlyMemory<byte>>();
        for (long start = 0; start < entries.NumberOfElements; start += piece)
        {
            pieces.Add(entries.narrow(0, start, Math.Min(piece, entries.NumberOfElements - start)).ToOnnxArray().Bytes);
        }

        var made = TensorData.Make(name, OnnxElementTypes.Of(tensor.dtype), tensor.shape);
        (_pieces ??= new ExternalDataPieces()).Add(made, pieces);
        return made;
    }

    private OnnxValue? OptionalParameter(string name, Tensor? tensor) => tensor is null ? null : Parameter(name, tensor);

    /// <summary>One number of the given type; equal ones are stored once.</summary>
    private OnnxValue Constant(double value, OnnxElementType type)
        => Constant(
            $"{type} {value.ToString("R", CultureInfo.InvariantCulture)}",
            "constant",
            n => TensorData.Make(n, type, [], TensorData.Scalar(type, value)));

    /// <summary>A list of integers, such as a shape or axes; equal ones are stored once.</summary>
    private OnnxValue Constant(params ReadOnlySpan<long> values)
    {
        var copy = values.ToArray();
        return Constant(
            $"list {string.Join(' ', copy)}", "constant", n => TensorData.Make<long>(n, OnnxElementType.Int64, [copy.Length], copy));
    }

    private OnnxValue Constant(string key, string name, Func<string, TensorProto> make)
    {
        if (!_constants.TryGetValue(key, out var value))
        {
            value = Store(make(_names.Take(name)));
            _constants.Add(key, value);
        }

        return value;
    }

    private OnnxValue Store(TensorProto tensor)
    {
        _graph.Initializer.Add(tensor);
        return new OnnxValue(tensor.Name, (OnnxElementType)tensor.DataType, [.. tensor.Dims.Select(static d => (OnnxDimension)d)]);
    }

    /// <summary>Two tensors are one parameter when they are the same entries of the same memory, as those of tied layers are.</summary>
    private sealed class TensorIdentity : IEqualityComparer<(Tensor Tensor, string Form)>
    {
        public bool Equals((Tensor Tensor, string Form) x, (Tensor Tensor, string Form) y)
            => x.Form == y.Form && (ReferenceEquals(x.Tensor, y.Tensor) || AreOne(x.Tensor, y.Tensor));

        public int GetHashCode((Tensor Tensor, string Form) key) => HashCode.Combine(new Memory(key.Tensor).data_ptr(), key.Form);

        // Memory of a tensor that is gone may be another's by now.
        private static bool AreOne(Tensor x, Tensor y)
            => !x.IsInvalid
                && !y.IsInvalid
                && x.dtype == y.dtype
                && new Memory(x).data_ptr() == new Memory(y).data_ptr()
                && x.storage_offset() == y.storage_offset()
                && x.shape.AsSpan().SequenceEqual(y.shape)
                && x.stride().AsSpan().SequenceEqual(y.stride());
    }

    private sealed class Memory(Tensor tensor) : Storage(tensor)
    {
        public override int element_size() => (int)_tensor.ElementSize;
    }
}
