using System.Globalization;
using DtcGen.Onnx.Proto;
using DtcGen.Runtime;
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
        var value = Store(Make(unique, tensor, change));
        _parameters.Add((tensor, form), value);
        return value;
    }

    private TensorProto Make(string name, Tensor tensor, Func<Tensor, Tensor>? change)
    {
        var type = OnnxElementTypes.Of(tensor.dtype);
        if (change is null && TypeOf(type) == type)
        {
            return Make(name, tensor);
        }

        using var noGrad = no_grad();
        using var scope = NewDisposeScope();
        var changed = change is null ? tensor.detach() : change(tensor.detach());
        return Make(name, TypeOf(type) == type ? changed : Converted(name, changed, TypeOf(type)));
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

    private static Tensor Converted(string name, Tensor tensor, OnnxElementType type)
    {
        var converted = tensor.to(OnnxElementTypes.ScalarTypeOf(type));
        var beyond = tensor.isfinite().logical_and(converted.isfinite().logical_not());
        if (beyond.any().item<bool>())
        {
            var number = tensor[beyond][0].to(ScalarType.Float64).item<double>();
            throw new OnnxExportException(string.Create(
                CultureInfo.InvariantCulture,
                $"{name} holds {number:g6}, which is beyond the largest number of {type}. Export as {WiderThan(type)}, or bring the weight into range."));
        }

        return converted;
    }

    // Of the 16 bits of a bfloat16, the exponent has as many as a float's.
    private static string WiderThan(OnnxElementType type) => type == OnnxElementType.Float16 ? "BFloat16 or Float" : "Double";

    private OnnxValue? OptionalParameter(string name, Tensor? tensor) => tensor is null ? null : Parameter(name, tensor);

    /// <summary>One number of the given type; equal ones are stored once.</summary>
    private OnnxValue Constant(string user, double value, OnnxElementType type)
    {
        var array = new OnnxArray(type, [], TensorData.Scalar(type, value));
        if (_options.ElementType is not null && type.IsFloating())
        {
            CheckKept(user, value, type, array.ToDoubles()[0]);
        }

        return Constant(
            $"{type} {value.ToString("R", CultureInfo.InvariantCulture)}", "constant", n => TensorData.Make(n, array));
    }

    // A mask's -1e9 would become an infinity in a narrow type, and a tiny number that keeps from a division by zero would become zero.
    private static void CheckKept(string user, double value, OnnxElementType type, double stored)
    {
        if (double.IsFinite(value) && (!double.IsFinite(stored) || (stored == 0 && value != 0)))
        {
            throw new OnnxExportException(string.Create(
                CultureInfo.InvariantCulture,
                $"{user} computes with {value:g6}, which is {(stored == 0 ? "zero" : "infinite")} in {type}. Write a number that {type} has, or export as {WiderThan(type)}."));
        }
    }

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

        public int GetHashCode((Tensor Tensor, string Form) key) => HashCode.Combine(TensorMemory.Of(key.Tensor), key.Form);

        // Memory of a tensor that is gone may be another's by now.
        private static bool AreOne(Tensor x, Tensor y)
            => !x.IsInvalid
                && !y.IsInvalid
                && x.dtype == y.dtype
                && TensorMemory.Of(x) == TensorMemory.Of(y)
                && x.storage_offset() == y.storage_offset()
                && x.shape.AsSpan().SequenceEqual(y.shape)
                && x.stride().AsSpan().SequenceEqual(y.stride());
    }
}
