using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text.Json;
using TorchSharp;
using static TorchSharp.torch;

namespace DtcGen.Saving;

/// <summary>
/// Reads and writes safetensors (github.com/huggingface/safetensors): the header's length in eight bytes, a header in JSON that gives each
/// tensor's type, sizes and place, and the entries, all of it little-endian. Read here is exactly what the format allows: places that
/// leave no gap and do not overlap, names that come once, texts as metadata.
/// </summary>
internal sealed class SafetensorsFile
{
    private const int LongestHeader = 100_000_000;
    private const int MostDimensions = 64;
    private const int Alignment = 8;
    private const string MetadataKey = "__metadata__";

    private static readonly Dictionary<string, ScalarType> Types = new(StringComparer.Ordinal)
    {
        ["BOOL"] = ScalarType.Bool,
        ["U8"] = ScalarType.Byte,
        ["I8"] = ScalarType.Int8,
        ["I16"] = ScalarType.Int16,
        ["I32"] = ScalarType.Int32,
        ["I64"] = ScalarType.Int64,
        ["F16"] = ScalarType.Float16,
        ["BF16"] = ScalarType.BFloat16,
        ["F32"] = ScalarType.Float32,
        ["F64"] = ScalarType.Float64,
        ["C64"] = ScalarType.ComplexFloat32,
    };

    private readonly string _source;

    private SafetensorsFile(string source) => _source = source;

    /// <summary>Whether a stream is of this format, as its first bytes say. It stays where it is.</summary>
    public static bool Is(Stream stream)
    {
        var start = stream.Position;
        Span<byte> first = stackalloc byte[sizeof(ulong) + 1];
        var read = stream.ReadAtLeast(first, first.Length, throwOnEndOfStream: false);
        stream.Position = start;

        // A module's save begins with a number and a name there, and never with the length of what follows.
        return read == first.Length && first[^1] == '{' && BinaryPrimitives.ReadUInt64LittleEndian(first) <= LongestHeader;
    }

    /// <summary>Writes tensors.</summary>
    /// <param name="stream">Where they go.</param>
    /// <param name="tensors">The tensors by their names.</param>
    /// <param name="metadata">What the file says about them.</param>
    /// <exception cref="NotSupportedException">The format has not the type of one of them.</exception>
    public static void Write(
        Stream stream, IReadOnlyDictionary<string, Tensor> tensors, IEnumerable<KeyValuePair<string, string>> metadata)
    {
        // The widest first, so that each lies at a multiple of its width.
        var ordered = tensors
            .OrderByDescending(static item => item.Value.ElementSize)
            .ThenBy(static item => item.Key, StringComparer.Ordinal);
        var header = new MemoryStream();
        using (var json = new Utf8JsonWriter(header))
        {
            json.WriteStartObject();
            json.WriteStartObject(MetadataKey);
            foreach (var (key, value) in metadata)
            {
                json.WriteString(key, value);
            }

            json.WriteEndObject();
            var at = 0L;
            foreach (var (name, tensor) in ordered)
            {
                json.WriteStartObject(name);
                json.WriteString("dtype", NameOf(name, tensor.dtype));
                WriteNumbers(json, "shape", tensor.shape);
                WriteNumbers(json, "data_offsets", at, at += tensor.numel() * tensor.ElementSize);
                json.WriteEndObject();
            }

            json.WriteEndObject();
        }

        while (header.Length % Alignment != 0)
        {
            header.WriteByte((byte)' ');
        }

        Span<byte> length = stackalloc byte[sizeof(ulong)];
        BinaryPrimitives.WriteUInt64LittleEndian(length, (ulong)header.Length);
        stream.Write(length);
        header.WriteTo(stream);
        foreach (var (_, tensor) in ordered)
        {
            if (tensor.numel() > 0)
            {
                using var scope = NewDisposeScope();
                tensor.detach().cpu().contiguous().WriteBytesToStream(stream);
            }
        }
    }

    /// <summary>The tensors by their names, on the CPU, and the metadata.</summary>
    /// <param name="stream">Where they are, from its position to its end; it can seek, and stays open.</param>
    /// <param name="source">What errors call it.</param>
    /// <exception cref="InvalidDataException">There is something else.</exception>
    public static (Dictionary<string, Tensor> Tensors, Dictionary<string, string> Metadata) Read(Stream stream, string source)
        => new SafetensorsFile(source).Read(stream);

    private (Dictionary<string, Tensor> Tensors, Dictionary<string, string> Metadata) Read(Stream stream)
    {
        Span<byte> length = stackalloc byte[sizeof(ulong)];
        stream.ReadExactly(length);
        var headerBytes = (long)BinaryPrimitives.ReadUInt64LittleEndian(length);
        var left = stream.Length - stream.Position - headerBytes;
        if (left < 0)
        {
            throw Broken($"its header has {headerBytes} bytes, and {left + headerBytes} are left");
        }

        var header = new byte[headerBytes];
        stream.ReadExactly(header);
        var (entries, metadata) = ReadHeader(header);
        var tensors = new Dictionary<string, Tensor>(StringComparer.Ordinal);
        var at = 0L;
        foreach (var (name, type, shape, begin, end) in entries)
        {
            if (begin != at || end < begin || end > left)
            {
                throw Broken($"'{name}' lies at {begin} to {end}; the one before ends at {at}, the file at {left}");
            }

            if (Bytes(type, shape) != end - begin)
            {
                throw Broken($"'{name}' is {type} {Sizes.Text(shape)}, and {end - begin} bytes are its own");
            }

            tensors.Add(name, ReadTensor(name, type, shape, stream));
            at = end;
        }

        return at == left ? (tensors, metadata) : throw Broken($"{left - at} bytes at its end are no tensor's");
    }

    private Tensor ReadTensor(string name, ScalarType type, long[] shape, Stream stream)
    {
        try
        {
            var tensor = empty(shape, dtype: type);
            if (tensor.numel() > 0)
            {
                tensor.ReadBytesFromStream(stream);
            }

            return tensor;
        }
        catch (Exception e) when (e is ExternalException or ArgumentException)
        {
            throw Broken($"'{name}' is {type} {Sizes.Text(shape)}, which no tensor can be", e);
        }
    }

    // In the order in which they lie there.
    private (IReadOnlyList<(string Name, ScalarType Type, long[] Shape, long Begin, long End)> Entries, Dictionary<string, string> Metadata)
        ReadHeader(byte[] header)
    {
        var entries = new List<(string Name, ScalarType Type, long[] Shape, long Begin, long End)>();
        var metadata = new Dictionary<string, string>(StringComparer.Ordinal);
        var names = new HashSet<string>(StringComparer.Ordinal);
        try
        {
            using var json = JsonDocument.Parse(header);
            foreach (var item in json.RootElement.EnumerateObject())
            {
                if (!names.Add(item.Name))
                {
                    throw Broken($"'{item.Name}' is in it twice");
                }

                if (item.Name == MetadataKey)
                {
                    foreach (var fact in item.Value.EnumerateObject())
                    {
                        metadata[fact.Name] = fact.Value.GetString() ?? throw Broken("its metadata are no texts");
                    }

                    continue;
                }

                var type = item.Value.GetProperty("dtype").GetString();
                var shape = Numbers(item.Value.GetProperty("shape"));
                if (shape.Length > MostDimensions)
                {
                    throw Broken($"'{item.Name}' has {shape.Length} dimensions");
                }

                if (type is null || !Types.TryGetValue(type, out var known))
                {
                    throw new InvalidDataException(
                        $"{_source}: '{item.Name}' has the element type {type}, which TorchSharp does not have.");
                }

                entries.Add(Numbers(item.Value.GetProperty("data_offsets")) is [var begin, var end]
                    ? (item.Name, known, shape, begin, end)
                    : throw Broken($"'{item.Name}' has no two ends"));
            }
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or FormatException or KeyNotFoundException)
        {
            throw Broken("its header is no table of tensors", e);
        }

        return ([.. entries.OrderBy(static entry => entry.Begin).ThenBy(static entry => entry.End)], metadata);
    }

    private static long[] Numbers(JsonElement array) => [
        .. array.EnumerateArray().Select(static number => number.GetInt64() is >= 0 and var size ? size : throw new FormatException())
    ];

    private static long Bytes(ScalarType type, long[] shape)
    {
        // Sizes beyond any file are as wrong as others.
        var bytes = shape.Aggregate(
            (Int128)type.ElementSize(), static (product, size) => product > long.MaxValue ? product : product * size);
        return shape.Contains(0) ? 0 : bytes > long.MaxValue ? -1 : (long)bytes;
    }

    private static string NameOf(string tensor, ScalarType type)
        => Types.FirstOrDefault(item => item.Value == type).Key
            ?? throw new NotSupportedException($"'{tensor}' is {type}, which safetensors cannot hold.");

    private static void WriteNumbers(Utf8JsonWriter json, string name, params IReadOnlyList<long> numbers)
    {
        json.WriteStartArray(name);
        foreach (var number in numbers)
        {
            json.WriteNumberValue(number);
        }

        json.WriteEndArray();
    }

    private InvalidDataException Broken(string what, Exception? inner = null)
        => new($"{_source} is no safetensors file: {what}.", inner);
}
