using System.Runtime.InteropServices;
using System.Text;
using TorchSharp;
using static TorchSharp.torch;

namespace DtcGen.Saving;

/// <summary>
/// Reads what <c>Module.save</c> of TorchSharp writes: the number of tensors; for each its name, element type, number of
/// dimensions, sizes and entries. Numbers are LEB128.
/// </summary>
internal sealed class StateFile
{
    private const int MostDimensions = 64;

    private readonly BinaryReader _reader;
    private readonly string _source;

    private StateFile(BinaryReader reader, string source) => (_reader, _source) = (reader, source);

    private long Left => _reader.BaseStream.Length - _reader.BaseStream.Position;

    /// <summary>The tensors by their names, on the CPU.</summary>
    /// <param name="stream">Where they are, from its position on; it can seek, and stays open.</param>
    /// <param name="source">What errors call it.</param>
    /// <exception cref="InvalidDataException">There is something else.</exception>
    public static Dictionary<string, Tensor> Read(Stream stream, string source)
    {
        using var reader = new BinaryReader(stream, Encoding.UTF8, leaveOpen: true);
        var file = new StateFile(reader, source);
        try
        {
            return file.ReadAll();
        }
        catch (Exception e) when (e is EndOfStreamException or FormatException or ArgumentException or ExternalException)
        {
            throw file.Broken("it ends, or breaks off, in the middle", e);
        }
    }

    private Dictionary<string, Tensor> ReadAll()
    {
        var tensors = new Dictionary<string, Tensor>(StringComparer.Ordinal);
        for (var count = ReadNumber(); count > 0; count--)
        {
            var name = ReadText();
            if (!tensors.TryAdd(name, ReadTensor(name)))
            {
                throw Broken($"'{name}' is in it twice");
            }
        }

        return tensors;
    }

    private string ReadText()
    {
        var length = _reader.Read7BitEncodedInt();
        return length >= 0 && length <= Left
            ? Encoding.UTF8.GetString(_reader.ReadBytes(length))
            : throw Broken($"a name in it has {length} bytes, and {Left} are left");
    }

    private Tensor ReadTensor(string name)
    {
        var code = ReadNumber();
        var type = (ScalarType)code;
        if ((long)type != code || !Enum.IsDefined(type))
        {
            throw Broken($"'{name}' has the element type {code}, which TorchSharp does not have");
        }

        var shape = ReadShape(name);
        long size = type.ElementSize();
        var fits = true;
        foreach (var length in shape)
        {
            fits &= length > 0 && size <= Left / length;
            size = fits ? size * length : size;
        }

        if (!fits && !shape.Contains(0))
        {
            throw Broken($"'{name}' is {Sizes.Text(shape)}, and only {Left} bytes are left");
        }

        var tensor = empty(shape, dtype: type);
        tensor.ReadBytesFromStream(_reader.BaseStream);
        return tensor;
    }

    private long[] ReadShape(string name)
    {
        var dimensions = ReadNumber();
        if (dimensions > MostDimensions)
        {
            throw Broken($"'{name}' has {dimensions} dimensions");
        }

        var shape = new long[dimensions];
        for (var i = 0; i < shape.Length; i++)
        {
            shape[i] = ReadNumber();
        }

        return shape;
    }

    private long ReadNumber()
    {
        var number = 0L;
        for (var shift = 0; shift < 63; shift += 7)
        {
            var part = _reader.ReadByte();
            number |= (long)(part & 0x7f) << shift;
            if (part < 0x80)
            {
                return number;
            }
        }

        throw Broken("a number in it has no end");
    }

    private InvalidDataException Broken(string what, Exception? inner = null)
        => new($"{_source} is not what a TorchSharp module's save writes: {what}.", inner);
}
