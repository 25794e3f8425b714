using static DtcGen.Onnx.Proto.AttributeProto.Types;

namespace DtcGen.Onnx;

/// <summary>What an operator takes and gives from one operator set on.</summary>
internal sealed record OperatorSignature(
    string Name,
    int Since,
    bool Withdrawn,
    int FewestInputs,
    int MostInputs,
    int FewestOutputs,
    int MostOutputs,
    IReadOnlyDictionary<string, (AttributeType Type, bool Required)> Attributes);
