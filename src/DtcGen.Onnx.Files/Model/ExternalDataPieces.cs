using DtcGen.Onnx.Proto;

namespace DtcGen.Onnx;

/// <summary>Tensors in memory that are too large for one piece: a model's own list of entries ends at 2 GiB.</summary>
internal sealed class ExternalDataPieces : IExternalData
{
    /// <summary>As many bytes as a piece has at most; a multiple of every entry's size.</summary>
    public const int LargestPiece = 1 << 30;

    private readonly Dictionary<string, IReadOnlyList<ReadOnlyMemory<byte>>> _pieces = new(StringComparer.Ordinal);

    /// <summary>Has a tensor point to pieces instead of holding its entries.</summary>
    /// <param name="tensor">The tensor, without entries.</param>
    /// <param name="pieces">Its entries as raw data, all of the same length but for the last.</param>
    public void Add(TensorProto tensor, IReadOnlyList<ReadOnlyMemory<byte>> pieces)
    {
        // A name by which a copy of the tensor finds them too; a saved model points to a file instead.
        var location = $"tensor-{_pieces.Count}";
        _pieces.Add(location, pieces);
        new ExternalDataReference(location, 0, pieces.Sum(static p => (long)p.Length)).Write(tensor);
    }

    /// <inheritdoc/>
    public void Read(TensorProto tensor, long position, Span<byte> bytes)
    {
        var pieces = _pieces[ExternalDataReference.Read(tensor, out _)!.Location];
        while (!bytes.IsEmpty)
        {
            var piece = pieces[(int)(position / pieces[0].Length)].Span[(int)(position % pieces[0].Length)..];
            var part = piece[..Math.Min(piece.Length, bytes.Length)];
            part.CopyTo(bytes);
            bytes = bytes[part.Length..];
            position += part.Length;
        }
    }
}
