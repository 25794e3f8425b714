namespace DtcGen.Onnx;

/// <summary>A rule cannot tell a node's outputs; the message says why.</summary>
internal sealed class ShapeUnknownException(string message) : Exception(message);
