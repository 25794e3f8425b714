using System.Buffers.Binary;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.RegularExpressions;

namespace DtcGen.Datasets;

/// <summary>
/// Reads npy files: the bytes "\x93NUMPY", a version, the length of a header, the header (a Python dictionary with descr,
/// fortran_order and shape), then the entries. Versions 1 to 3; little-endian numbers and booleans.
/// </summary>
internal static partial class NpyReader
{
    private const int LongestHeader = 1 << 20;
    private static readonly byte[] Magic = [0x93, (byte)'N', (byte)'U', (byte)'M', (byte)'P', (byte)'Y'];

    /// <summary>Reads an array, putting one in Fortran order (first dimension fastest) into C order.</summary>
    /// <param name="stream">The file's content.</param>
    /// <param name="name">What messages call it.</param>
    public static NpyArray Read(Stream stream, string name)
    {
        var header = Header(stream, name);
        var type = Descr().Match(header).Groups[1].Value;
        var shapeText = Shape().Match(header);
        if (type.Length == 0 || !shapeText.Success)
        {
            throw Broken(name, $"the header {header.Trim()}", "descr and shape in it");
        }

        long[] shape = [
            .. shapeText.Groups[1].Value
                .Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                .Select(static d => long.Parse(d, CultureInfo.InvariantCulture))
        ];
        Array values = type switch
        {
            "<f4" => Entries<float>(stream, shape, name),
            "<f8" => Entries<double>(stream, shape, name),
            "<i8" => Entries<long>(stream, shape, name),
            "<i4" => Entries<int>(stream, shape, name),
            "<i2" => Entries<short>(stream, shape, name),
            "|i1" => Entries<sbyte>(stream, shape, name),
            "|u1" => Entries<byte>(stream, shape, name),
            "|b1" => Entries<bool>(stream, shape, name),
            _
                => throw new DatasetException(
                    name,
                    $"entries of type {type}",
                    "float32, float64, int8 to int64, uint8 or bool, little-endian",
                    "Convert the array with .astype before saving it."),
        };
        return new NpyArray(Fortran().IsMatch(header) && shape.Length > 1 ? Reorder(values, shape) : values, shape);
    }

    private static string Header(Stream stream, string name)
    {
        var start = Take(stream, Magic.Length + 2, name);
        int version = start[Magic.Length];
        if (!start.AsSpan().StartsWith(Magic) || version is < 1 or > 3)
        {
            throw Broken(name, "another beginning", "an npy file of version 1 to 3");
        }

        long length = version == 1
            ? BinaryPrimitives.ReadUInt16LittleEndian(Take(stream, 2, name))
            : BinaryPrimitives.ReadUInt32LittleEndian(Take(stream, 4, name));
        return length <= LongestHeader
            ? Encoding.UTF8.GetString(Take(stream, (int)length, name))
            : throw Broken(name, $"a header of {length} bytes", "a shorter one");
    }

    private static T[] Entries<T>(Stream stream, long[] shape, string name)
        where T : unmanaged
    {
        var count = shape.Aggregate((Int128)1, static (product, d) => product * d);
        var size = count * Unsafe.SizeOf<T>();
        if (count < 0 || size > Array.MaxLength)
        {
            throw Broken(name, $"the shape ({string.Join(", ", shape)})", $"at most {Array.MaxLength} bytes");
        }

        var bytes = Take(stream, (int)size, name);
        return MemoryMarshal.Cast<byte, T>(bytes).ToArray();
    }

    private static byte[] Take(Stream stream, int count, string name)
    {
        var bytes = new byte[count];
        var read = DataFile.Fill(stream, bytes, name);
        return read == count ? bytes : throw Broken(name, $"{read} bytes, then the end", $"{count}");
    }

    private static Array Reorder(Array values, long[] shape)
    {
        // An array of the same type, of which every entry is written.
        var ordered = (Array)values.Clone();
        var at = new long[shape.Length];
        for (long from = 0; from < values.Length; from++)
        {
            long to = 0;
            for (var i = 0; i < shape.Length; i++)
            {
                to = (to * shape[i]) + at[i];
            }

            ordered.SetValue(values.GetValue(from), to);
            for (var i = 0; i < shape.Length && ++at[i] == shape[i]; i++)
            {
                at[i] = 0;
            }
        }

        return ordered;
    }

    private static DatasetException Broken(string name, string found, string expected)
        => new(name, found, expected, "Save the array again with numpy.savez.");

    [GeneratedRegex("""'descr'\s*:\s*'([^']+)'""")]
    private static partial Regex Descr();

    [GeneratedRegex("""'shape'\s*:\s*\(([\d,\s]*)\)""")]
    private static partial Regex Shape();

    [GeneratedRegex("""'fortran_order'\s*:\s*True""")]
    private static partial Regex Fortran();
}
