using DtcGen.Onnx.Proto;

namespace DtcGen.Onnx;

/// <summary>The entries of the tensors that a model points to and does not hold.</summary>
internal interface IExternalData
{
    /// <summary>Reads a part of a tensor's raw data.</summary>
    /// <param name="tensor">The tensor, or a copy of it.</param>
    /// <param name="position">Where the part begins, in bytes from the tensor's first entry.</param>
    /// <param name="bytes">Takes the part.</param>
    /// <exception cref="OnnxModelException">The data have changed since the model was read, or cannot be read.</exception>
    void Read(TensorProto tensor, long position, Span<byte> bytes);
}
