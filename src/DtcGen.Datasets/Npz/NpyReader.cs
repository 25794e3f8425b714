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
    // NumPy's own limit.
    private const int LongestHeader = 10_000;
    private const int LongestShown = 200;
    private static readonly byte[] Magic = [0x93, (byte)'N', (byte)'U', (byte)'M', (byte)'P', (byte)'Y'];

    /// <summary>Reads an array, putting one in Fortran order (first dimension fastest) into C order.</summary>
    /// <param name="stream">The file's content.</param>
    /// <param name="length">How many bytes that is.</param>
    /// <param name="name">What messages call it.</param>
    public static NpyArray Read(Stream stream, long length, string name)
    {
        var header = Header(stream, name, ref length);
        var (type, isFortran, shape) = Parse(header, name);
        Array values = type switch
        {
            "'<f4'" => Entries<float>(stream, shape, length, name),
            "'<f8'" => Entries<double>(stream, shape, length, name),
            "'<f2'" => Entries<Half>(stream, shape, length, name),
            "'<i8'" => Entries<long>(stream, shape, length, name),
            "'<i4'" => Entries<int>(stream, shape, length, name),
            "'<i2'" => Entries<short>(stream, shape, length, name),
            "'|i1'" => Entries<sbyte>(stream, shape, length, name),
            "'|u1'" => Entries<byte>(stream, shape, length, name),
            "'|b1'" => Truths(Entries<byte>(stream, shape, length, name), name),
            _
                => throw new DatasetException(
                    name,
                    $"entries of type {type.Trim('\'')}",
                    "float16, float32, float64, int8 to int64, uint8 or bool, little-endian",
                    "Convert the array with .astype before saving it; NumPy has no bfloat16, whose numbers all are float32's."),
        };
        return new NpyArray(isFortran && shape.Length > 1 ? Reorder(values, shape) : values, shape);
    }

    private static string Header(Stream stream, string name, ref long left)
    {
        var start = Take(stream, Magic.Length + 2, name);
        int version = start[Magic.Length];
        if (!start.AsSpan().StartsWith(Magic) || version is < 1 or > 3)
        {
            throw Broken(name, "another beginning", "an npy file of version 1 to 3");
        }

        var size = version == 1 ? 2 : 4;
        var counted = Take(stream, size, name);
        var length = version == 1 ? BinaryPrimitives.ReadUInt16LittleEndian(counted) : BinaryPrimitives.ReadUInt32LittleEndian(counted);
        left -= start.Length + size + length;
        return length <= LongestHeader
            ? Encoding.UTF8.GetString(Take(stream, (int)length, name))
            : throw Broken(name, $"a header of {length} bytes", "a shorter one");
    }

    private static (string Type, bool IsFortran, long[] Shape) Parse(string header, string name)
    {
        var match = Dictionary().Match(header);
        var (keys, values) = (match.Groups["key"].Captures, match.Groups["value"].Captures);
        var items = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < keys.Count; i++)
        {
            items.TryAdd(keys[i].Value, values[i].Value);
        }

        // Of three keys, three that differ.
        if (keys.Count != 3 || items.Count != 3 || items["fortran_order"] is not ("True" or "False")
            || !Tuple().IsMatch(items["shape"]) || items["descr"][0] is not ('\'' or '['))
        {
            throw Broken(
                name,
                $"the header {Shortened(header.Trim())}",
                "a Python dictionary of descr, fortran_order (True or False) and shape, a tuple such as (2, 3) or (2,)");
        }

        return (items["descr"], items["fortran_order"] == "True", [
            .. items["shape"].Trim('(', ')')
                .Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                .Select(static d => long.Parse(d, NumberStyles.None, CultureInfo.InvariantCulture))
        ]);
    }

    private static string Shortened(string text) => text.Length <= LongestShown ? text : $"{text[..LongestShown]} ...";

    // Nothing is allocated before the file is known to have as much.
    private static T[] Entries<T>(Stream stream, long[] shape, long left, string name)
        where T : unmanaged
    {
        var size = Unsafe.SizeOf<T>();
        foreach (var dimension in shape.Contains(0) ? [0] : shape)
        {
            // Beyond what any array holds the product only has to stay there.
            size = (Int128)size * dimension is var product && product <= Array.MaxLength ? (int)product : int.MaxValue;
        }

        if (size > Array.MaxLength)
        {
            throw Broken(name, $"the shape ({string.Join(", ", shape)})", $"at most {Array.MaxLength} bytes");
        }

        if (size != left)
        {
            throw Broken(
                name, $"{Math.Max(0, left)} bytes, then the end", $"{size}, for the shape ({string.Join(", ", shape)})");
        }

        var entries = new T[size / Unsafe.SizeOf<T>()];
        var read = DataFile.Fill(stream, MemoryMarshal.AsBytes(entries.AsSpan()), name);
        return read == size ? entries : throw Broken(name, $"{read} bytes, then the end", $"{size}");
    }

    private static bool[] Truths(byte[] entries, string name)
    {
        if (entries.AsSpan().IndexOfAnyExceptInRange((byte)0, (byte)1) is >= 0 and var at)
        {
            throw Broken(name, $"the byte {entries[at]} as entry {at}", "0 or 1, since the type is bool");
        }

        return Array.ConvertAll(entries, static entry => entry != 0);
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

    // As Python writes it, padded with spaces.
    [GeneratedRegex(
        """^\s*\{\s*(?:'(?<key>descr|fortran_order|shape)'\s*:\s*(?<value>'[^']*'|True|False|\([^()]*\)|\[.*?\])\s*(?:,\s*|(?=\})))*\}\s*$""")]
    private static partial Regex Dictionary();

    [GeneratedRegex("""^\(\s*(?:\d{1,18}\s*,\s*)*(?:(?<=,\s*)\d{1,18}\s*)?\)$""")]
    private static partial Regex Tuple();
}
