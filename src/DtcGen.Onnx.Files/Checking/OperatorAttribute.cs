using static DtcGen.Onnx.Proto.AttributeProto.Types;

namespace DtcGen.Onnx;

/// <summary>An attribute of an operator.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">What it holds.</param>
/// <param name="Required">Whether it must be given.</param>
/// <param name="HasDefault">Whether a value is laid down for when it is not given.</param>
internal sealed record OperatorAttribute(string Name, AttributeType Type, bool Required, bool HasDefault);
