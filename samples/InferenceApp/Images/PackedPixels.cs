using System.IO.Compression;

namespace DtcGen.Samples.InferenceApp;

/// <summary>
/// The packed bytes of an image as a stream that holds the last one back until it is asked for. A zlib stream that ends
/// with it, and not before, asks for it and for nothing after it.
/// </summary>
internal sealed class PackedPixels(byte[] packed) : Stream
{
    private int _taken;
    private bool _askedForMore;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    private bool EndedExactly => _taken == packed.Length && !_askedForMore;

    /// <summary>Unpacks them, and no more than there should be.</summary>
    /// <param name="packed">A zlib stream.</param>
    /// <param name="length">The bytes that it must hold.</param>
    /// <exception cref="BadImageException">It is damaged, holds more or fewer, or does not end where it should.</exception>
    public static byte[] Unpack(byte[] packed, long length)
    {
        var unpacked = new byte[length];
        using var source = new PackedPixels(packed);
        using var zlib = new ZLibStream(source, CompressionMode.Decompress);
        try
        {
            // Reading on to the end lets zlib compare its checksum.
            if (zlib.ReadAtLeast(unpacked, unpacked.Length, throwOnEndOfStream: false) < length)
            {
                throw new BadImageException($"The PNG file has too few pixels: they unpack to less than {length} bytes.");
            }

            if (zlib.ReadByte() >= 0)
            {
                throw new BadImageException($"The PNG file has too many pixels: they unpack to more than {length} bytes.");
            }
        }
        catch (Exception e) when (e is InvalidDataException or IOException)
        {
            throw new BadImageException("The PNG file is damaged: its pixels cannot be unpacked, or their checksum does not fit.", e);
        }

        return source.EndedExactly
            ? unpacked
            : throw new BadImageException("The PNG file is damaged: its packed pixels do not end where their data does.");
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        var left = packed.Length - _taken;
        _askedForMore |= left == 0;
        var count = Math.Min(buffer.Length, left > 1 ? left - 1 : left);
        packed.AsSpan(_taken, count).CopyTo(buffer);
        _taken += count;
        return count;
    }

    public override void Flush() => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
