using System.Buffers;
using System.Buffers.Binary;
using System.IO.Hashing;
using System.Text;

namespace DtcGen.Samples.InferenceApp;

/// <summary>
/// A plain PNG file whose chunks are all whole and in order. Nothing is unpacked yet: what is not as the format has it is
/// refused here, and unknown chunks are passed over only where the format says that an image is right without them.
/// </summary>
/// <param name="Header">What the first chunk says.</param>
/// <param name="Palette">Red, green, blue of each entry; empty where there is none.</param>
/// <param name="Alphas">The alpha of the palette's first entries; the others are opaque.</param>
/// <param name="Packed">The pixels, as zlib packed them.</param>
internal sealed record PngFile(PngHeader Header, byte[] Palette, byte[] Alphas, byte[] Packed)
{
    // A chunk: its length, its type, that many bytes, a checksum of type and bytes.
    private const int LengthBytes = 4, TypeBytes = 4, ChecksumBytes = 4, EntryBytes = 3;

    private static readonly SearchValues<byte> Letters
        = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"u8);

    private static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0d, 0x0a, 0x1a, 0x0a];

    /// <exception cref="BadImageException">It is not a PNG file, is damaged, or is of a kind that is not read.</exception>
    public static PngFile Read(ReadOnlySpan<byte> file)
    {
        if (!file.StartsWith(Signature))
        {
            throw new BadImageException("The content is not a PNG file: it does not begin with PNG's signature.");
        }

        PngHeader? first = null;
        byte[]? palette = null, alphas = null;
        MemoryStream? packed = null;
        var rest = file[Signature.Length..];
        var last = "";
        while (true)
        {
            var type = TakeChunk(ref rest, out var content);
            if (first is null || type == "IHDR")
            {
                first = first is null && type == "IHDR"
                    ? PngHeader.Read(content)
                    : throw new BadImageException(
                        $"The PNG file is damaged: it has a chunk {type} where a header belongs, or a second header.");
                continue;
            }

            var header = first.Value;
            switch (type)
            {
                case "PLTE" when packed is null && palette is null && IsPalette(header, content.Length):
                    palette = content.ToArray();
                    break;
                case "tRNS" when header.Colour != PngColour.Palette:
                    throw new BadImageException(
                        "The PNG file names one colour as transparent (tRNS); save it with an alpha channel, or without.");
                case "tRNS" when packed is null && alphas is null && content.Length <= palette?.Length / EntryBytes:
                    alphas = content.ToArray();
                    break;
                case "IDAT" when (packed is null || last == "IDAT") && (palette is not null || header.Colour != PngColour.Palette):
                    packed ??= new MemoryStream();
                    packed.Write(content);
                    break;
                case "IEND" when content.IsEmpty && rest.IsEmpty && packed is not null:
                    return new PngFile(header, palette ?? [], alphas ?? [], packed.ToArray());
                case "PLTE" or "tRNS" or "IDAT" or "IEND":
                    throw new BadImageException($"The PNG file is damaged: its chunk {type} is out of place, or of a wrong size.");
                case var _ when char.IsUpper(type[0]):
                    throw new BadImageException($"The PNG file needs a reader that knows its chunk {type}; this one does not.");
            }

            last = type;
        }
    }

    private static bool IsPalette(PngHeader header, int bytes) => header.Colour is not (PngColour.Grey or PngColour.GreyAlpha)
        && bytes > 0 && bytes % EntryBytes == 0 && bytes <= EntryBytes << (header.Colour == PngColour.Palette ? header.Depth : 8);

    private static string TakeChunk(ref ReadOnlySpan<byte> rest, out ReadOnlySpan<byte> content)
    {
        const int frame = LengthBytes + TypeBytes + ChecksumBytes;
        var length = rest.Length < frame ? 0 : BinaryPrimitives.ReadUInt32BigEndian(rest);
        if (rest.Length < frame || length > rest.Length - frame)
        {
            throw new BadImageException("The PNG file is truncated or damaged: it ends within a chunk, or without its last one.");
        }

        var named = rest.Slice(LengthBytes, TypeBytes + (int)length);
        if (named[..TypeBytes].ContainsAnyExcept(Letters))
        {
            throw new BadImageException("The PNG file is damaged: the name of a chunk is not four letters.");
        }

        var type = Encoding.ASCII.GetString(named[..TypeBytes]);
        if (Crc32.HashToUInt32(named) != BinaryPrimitives.ReadUInt32BigEndian(rest[(LengthBytes + named.Length)..]))
        {
            throw new BadImageException($"The PNG file is damaged: the checksum of its chunk {type} does not fit.");
        }

        content = named[TypeBytes..];
        rest = rest[(frame + (int)length)..];
        return type;
    }
}
