using System.Buffers;
using static TorchSharp.torch;

namespace DtcGen.Onnx;

/// <summary>The memory of a tensor that lies on the CPU in one piece: to be read, while the tensor lives.</summary>
internal sealed class LentMemory(Tensor tensor) : MemoryManager<byte>
{
    public override Span<byte> GetSpan() => tensor.bytes;

    public override MemoryHandle Pin(int elementIndex = 0) => throw new NotSupportedException();

    public override void Unpin()
    {
    }

    // The tensor is its owner's.
    protected override void Dispose(bool disposing)
    {
    }
}
