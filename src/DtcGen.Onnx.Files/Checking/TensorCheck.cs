using DtcGen.Onnx.Proto;
using static DtcGen.Onnx.Proto.TensorProto.Types;

namespace DtcGen.Onnx;

/// <summary>The rules about a stored tensor.</summary>
internal sealed class TensorCheck(ExternalDataFolder? folder, Findings findings)
{
    public static bool IsKnown(int elementType) => elementType != (int)DataType.Undefined && Enum.IsDefined((DataType)elementType);

    /// <summary>The bytes that a tensor's entries take as raw data.</summary>
    public static Int128 Bytes(TensorProto tensor)
        => Bytes((DataType)tensor.DataType, tensor.Dims.Aggregate((Int128)1, static (product, d) => product * d));

    public void Check(TensorProto tensor, string location)
    {
        var type = (DataType)tensor.DataType;
        if (!IsKnown(tensor.DataType))
        {
            findings.Broken(OnnxRules.TensorType, $"Element type {tensor.DataType} is not known.", location);
            return;
        }

        if (tensor.Dims.Any(static d => d < 0))
        {
            findings.Broken(OnnxRules.Dimension, $"The dimensions [{string.Join(", ", tensor.Dims)}] are not all positive or zero.", location);
            return;
        }

        var entries = tensor.Dims.Aggregate((Int128)1, static (product, d) => product * d);
        if (tensor.DataLocation == DataLocation.External)
        {
            CheckExternal(tensor, type, entries, location);
            return;
        }

        (string Field, long Count)[] fields =
        [
            ("raw_data", tensor.HasRawData ? tensor.RawData.Length : 0),
            ("float_data", tensor.FloatData.Count),
            ("int32_data", tensor.Int32Data.Count),
            ("int64_data", tensor.Int64Data.Count),
            ("string_data", tensor.StringData.Count),
            ("double_data", tensor.DoubleData.Count),
            ("uint64_data", tensor.Uint64Data.Count),
        ];
        (string Field, long Count)[] used = [.. fields.Where(static f => f.Count > 0)];
        if (used.Length > 1)
        {
            findings.Broken(
                OnnxRules.TensorType, $"The data is in several places: {string.Join(", ", used.Select(static f => f.Field))}.", location);
        }
        else if (used is [var (field, count)])
        {
            CheckData(type, field, count, entries, location);
        }
        else if (entries > 0)
        {
            findings.Broken(OnnxRules.TensorSize, $"The dimensions say {entries} entries, and there is no data.", location);
        }
    }

    /// <summary>The rules about a stored tensor of which only some entries are kept.</summary>
    public void Check(SparseTensorProto tensor, string location)
    {
        if (tensor.Values is not { Dims.Count: 1 } values)
        {
            findings.Broken(OnnxRules.SparseTensor, "A sparse tensor needs values, in one dimension.", location);
            return;
        }

        Check(values, location);
        if (tensor.Dims.Count == 0 || tensor.Dims.Any(static d => d < 1))
        {
            findings.Broken(
                OnnxRules.SparseTensor, $"The dimensions [{string.Join(", ", tensor.Dims)}] are not one or more positive numbers.", location);
        }

        if (tensor.Indices is not { } indices)
        {
            if (values.Dims[0] > 0)
            {
                findings.Broken(OnnxRules.SparseTensor, "A sparse tensor needs the indices of its values.", location);
            }

            return;
        }

        Check(indices, location);
        var fits = indices.Dims.Count is 1 or 2
            && indices.Dims[0] == values.Dims[0]
            && (indices.Dims.Count == 1 || indices.Dims[1] == tensor.Dims.Count);
        if (indices.DataType != (int)DataType.Int64 || !fits)
        {
            findings.Broken(
                OnnxRules.SparseTensor,
                $"The indices are to be Int64 of shape [{values.Dims[0]}] or [{values.Dims[0]}, {tensor.Dims.Count}], and they are " +
                $"{(DataType)indices.DataType} of shape [{string.Join(", ", indices.Dims)}].",
                location);
        }
    }

    private void CheckData(DataType type, string field, long count, Int128 entries, string location)
    {
        if (field == "raw_data" ? type == DataType.String : field != Field(type))
        {
            findings.Broken(OnnxRules.TensorType, $"{type} entries cannot be kept in {field}.", location);
            return;
        }

        var expected = field == "raw_data" ? Bytes(type, entries)
            : type is DataType.Complex64 or DataType.Complex128 ? entries * 2
            : BitsOf(type) is int bits ? Packed(entries, bits)
            : entries;
        if (count != expected)
        {
            var unit = field == "raw_data" ? "bytes" : "numbers";
            findings.Broken(
                OnnxRules.TensorSize,
                $"The dimensions say {entries} entries, which are {expected} {unit}, and there are {count}.",
                location);
        }
    }

    private void CheckExternal(TensorProto tensor, DataType type, Int128 entries, string location)
    {
        var reference = ExternalDataReference.Read(tensor, out var problem);
        if (reference is null)
        {
            findings.Broken(OnnxRules.ExternalData, problem, location);
            return;
        }

        var expected = Bytes(type, entries);
        if (reference.Length is long length && length != expected)
        {
            findings.Broken(OnnxRules.TensorSize, $"The dimensions say {expected} bytes, and the external data's length is {length}.", location);
        }
        else if (folder is not null && folder.Find(reference, expected, out problem) is null)
        {
            findings.Broken(OnnxRules.ExternalData, problem, location);
        }
    }

    private static string Field(DataType type) => type switch
    {
        DataType.Float or DataType.Complex64 => "float_data",
        DataType.Double or DataType.Complex128 => "double_data",
        DataType.Int64 => "int64_data",
        DataType.Uint32 or DataType.Uint64 => "uint64_data",
        DataType.String => "string_data",
        _ => "int32_data",
    };

    private static Int128 Bytes(DataType type, Int128 entries) => type switch
    {
        DataType.Float or DataType.Int32 or DataType.Uint32 => entries * 4,
        DataType.Double or DataType.Int64 or DataType.Uint64 or DataType.Complex64 => entries * 8,
        DataType.Float16 or DataType.Bfloat16 or DataType.Int16 or DataType.Uint16 => entries * 2,
        DataType.Complex128 => entries * 16,
        _ when BitsOf(type) is int bits => Packed(entries, bits),
        _ => entries,
    };

    /// <summary>The bits of an entry that is smaller than a byte.</summary>
    private static int? BitsOf(DataType type) => type switch
    {
        DataType.Int4 or DataType.Uint4 or DataType.Float4E2M1 => 4,
        DataType.Int2 or DataType.Uint2 => 2,
        _ => null,
    };

    private static Int128 Packed(Int128 entries, int bits) => ((entries * bits) + 7) / 8;
}
