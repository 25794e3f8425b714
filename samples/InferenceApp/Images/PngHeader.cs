using System.Buffers.Binary;

namespace DtcGen.Samples.InferenceApp;

/// <summary>What a PNG file says before its pixels are unpacked.</summary>
/// <param name="Width">Columns.</param>
/// <param name="Height">Rows.</param>
/// <param name="DataBytes">The size of the packed pixels.</param>
internal readonly record struct PngHeader(uint Width, uint Height, long DataBytes)
{
    private static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0d, 0x0a, 0x1a, 0x0a];

    /// <exception cref="BadImageException">It is not a PNG file, or a truncated one.</exception>
    public static PngHeader Read(ReadOnlySpan<byte> file)
    {
        if (!file.StartsWith(Signature))
        {
            throw new BadImageException("The content is not a PNG file: it does not begin with PNG's signature.");
        }

        // A chunk: its length, its type, that many bytes, a checksum.
        const int frame = 12;
        long dataBytes = 0;
        var start = Signature.Length;
        while (file.Length - start >= frame)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(file[start..]);
            if (length > file.Length - start - frame)
            {
                break;
            }

            var type = file.Slice(start + 4, 4);
            if (type.SequenceEqual("IDAT"u8))
            {
                dataBytes += length;
            }
            else if (type.SequenceEqual("IEND"u8) && file[Signature.Length..].Slice(4, 4).SequenceEqual("IHDR"u8))
            {
                var header = file[(Signature.Length + 8)..];
                return new PngHeader(
                    BinaryPrimitives.ReadUInt32BigEndian(header), BinaryPrimitives.ReadUInt32BigEndian(header[4..]), dataBytes);
            }

            start += frame + (int)length;
        }

        throw new BadImageException("The PNG file is truncated or damaged: it has no header, or no end.");
    }
}
