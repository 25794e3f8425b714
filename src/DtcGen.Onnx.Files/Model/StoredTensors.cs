using DtcGen.Onnx.Proto;
using Google.Protobuf;
using static DtcGen.Onnx.Proto.TensorProto.Types;

namespace DtcGen.Onnx;

/// <summary>The tensors that a model stores, and their entries, wherever these lie.</summary>
internal static class StoredTensors
{
    private const int PieceBytes = 1 << 20;

    /// <summary>Takes a part of a tensor's raw data.</summary>
    public delegate void Take(ReadOnlySpan<byte> bytes);

    /// <summary>The stored tensors of a graph and of all graphs inside it, but for those in nodes' attributes.</summary>
    public static IEnumerable<TensorProto> Initializers(GraphProto graph)
        => graph.Initializer.Concat(graph.Node.SelectMany(static n => n.InnerGraphs()).SelectMany(Initializers));

    /// <summary>
    /// The other tensors of a graph and of all graphs inside it: those in nodes' attributes, and the parts of sparse
    /// ones.
    /// </summary>
    public static IEnumerable<TensorProto> Others(GraphProto graph)
        => graph.Node.SelectMany(static n => n.Attribute)
            .SelectMany(static a => a.T is { } tensor ? a.Tensors.Append(tensor) : a.Tensors)
            .Concat(graph.SparseInitializer.SelectMany(static s => new[] { s.Values, s.Indices }.OfType<TensorProto>()))
            .Concat(graph.Node.SelectMany(static n => n.InnerGraphs()).SelectMany(Others));

    /// <summary>Whether a tensor's entries lie outside of the model.</summary>
    public static bool IsExternal(this TensorProto tensor) => tensor.DataLocation == DataLocation.External;

    /// <summary>How many bytes of raw data a tensor has, here or outside of the model.</summary>
    public static long RawBytes(this TensorProto tensor) => tensor.IsExternal() ? (long)TensorCheck.Bytes(tensor) : tensor.RawData.Length;

    /// <summary>Goes through a tensor's raw data in pieces of whole entries, so that no more than one is in memory.</summary>
    public static void ForEachPiece(this TensorProto tensor, IExternalData? data, Take take)
    {
        if (!tensor.IsExternal())
        {
            take(tensor.RawData.Span);
            return;
        }

        var length = tensor.RawBytes();
        var piece = new byte[Math.Min(length, PieceBytes)];
        for (long position = 0; position < length; position += piece.Length)
        {
            var part = piece.AsSpan(0, (int)Math.Min(piece.Length, length - position));
            data!.Read(tensor, position, part);
            take(part);
        }
    }

    /// <summary>Takes a tensor's entries from outside into the model.</summary>
    public static void TakeIn(this TensorProto tensor, IExternalData data)
    {
        var bytes = new byte[tensor.RawBytes()];
        data.Read(tensor, 0, bytes);
        tensor.TakeIn(UnsafeByteOperations.UnsafeWrap(bytes));
    }

    /// <summary>Takes entries into the model that were read from where the tensor points.</summary>
    public static void TakeIn(this TensorProto tensor, ByteString bytes)
    {
        tensor.RawData = bytes;
        tensor.ExternalData.Clear();
        tensor.ClearDataLocation();
    }
}
