using System.Buffers.Binary;

namespace DtcGen.Datasets;

/// <summary>
/// Reads IDX files, MNIST's format: two zero bytes, a byte for the element type, a byte for the number of
/// dimensions, each dimension as a big-endian 32-bit number, then the values. Plain or compressed with gzip.
/// </summary>
public static class IdxFile
{
    private const byte UnsignedByte = 0x08;
    private const string Refetch = "Fetch the file again, or point to the right one.";

    /// <summary>Reads a file of unsigned bytes.</summary>
    /// <param name="path">The file.</param>
    /// <param name="rank">How many dimensions it must have: 3 for images, 1 for labels.</param>
    /// <exception cref="DatasetException">The file is missing, unreadable, not such a file, truncated or too long.</exception>
    public static IdxArray Read(string path, int rank)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentOutOfRangeException.ThrowIfLessThan(rank, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(rank, byte.MaxValue);

        using var stream = DataFile.Open(path);
        var dimensions = ReadHeader(stream, path, rank);
        var size = CountValues(dimensions, path);
        var shape = string.Join(" × ", dimensions);
        if (DataFile.LengthBefore(size, path) - HeaderLength(rank) is { } there && there < size)
        {
            throw Truncated(there);
        }

        var data = new byte[size];
        var read = DataFile.Fill(stream, data, path);
        if (read < size)
        {
            throw Truncated(read);
        }

        // Reading past the end also makes a compressed file's checksum be verified.
        if (DataFile.Fill(stream, new byte[1], path) != 0)
        {
            throw new DatasetException(path, $"more than {size} bytes of values", $"{size} ({shape})", Refetch);
        }

        return new IdxArray(dimensions, data);

        DatasetException Truncated(long there) => new(
            path, $"{there} bytes of values, then the end of the file", $"{size} ({shape})", $"The file is truncated. {Refetch}");
    }

    private static int HeaderLength(int rank) => 4 + (4 * rank);

    private static int[] ReadHeader(Stream stream, string path, int rank)
    {
        var header = new byte[HeaderLength(rank)];
        byte[] expected = [0, 0, UnsignedByte, (byte)rank];
        var expectedMagic = $"0x{Convert.ToHexStringLower(expected)} (unsigned bytes, {rank} {(rank == 1 ? "dimension" : "dimensions")})";

        var read = DataFile.Fill(stream, header, path);
        if (read >= 4 && !header.AsSpan(0, 4).SequenceEqual(expected))
        {
            throw new DatasetException(path, $"the magic number 0x{Convert.ToHexStringLower(header, 0, 4)}", expectedMagic, Refetch);
        }

        if (read < header.Length)
        {
            throw new DatasetException(
                path,
                $"{read} bytes in all",
                $"a header of {header.Length} bytes beginning with {expectedMagic}",
                $"The file is truncated. {Refetch}");
        }

        var dimensions = new int[rank];
        for (var i = 0; i < rank; i++)
        {
            dimensions[i] = BinaryPrimitives.ReadInt32BigEndian(header.AsSpan(4 + 4 * i));
        }

        return dimensions;
    }

    private static int CountValues(int[] dimensions, string path)
    {
        long size = 1;
        foreach (var dimension in dimensions)
        {
            size = dimension < 0 || size > Array.MaxLength ? long.MaxValue : size * dimension;
        }

        if (size > Array.MaxLength)
        {
            throw new DatasetException(
                path, $"the dimensions {string.Join(" × ", dimensions)}", $"at most {Array.MaxLength} values", Refetch);
        }

        return (int)size;
    }
}
