using DtcGen.Generators.Reading.Graph;
using DtcGen.Generators.Reading.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DtcGen.Generators.Reading.Expressions;

/// <summary>Functions of each element that are no activations: <c>abs</c>, <c>exp</c>, <c>-x</c>.</summary>
internal static class UnaryCalls
{
    public static ReadValue? Recognise(ForwardReader reader, IOperation operation)
    {
        if (operation is IUnaryOperation { OperatorKind: UnaryOperatorKind.Minus } minus
            && reader.Session.Torch.IsTensor(minus.OperatorMethod?.ContainingType))
        {
            return Add(reader, OperatorKind.Neg, minus.Operand, inPlace: false);
        }

        return TensorCall.Of(reader, operation) is { } call && Kind(call.Function) is { } kind
            ? Add(reader, kind, call.Input, call.InPlace)
            : null;
    }

    private static ReadValue Add(ForwardReader reader, OperatorKind kind, IOperation operand, bool inPlace)
        => reader.ReadTensor(operand) is { } input
            ? reader.Session.Graph.Add(
                kind, reader.Module.Place.Join(kind.ToString().ToLowerInvariant()), [input.ToOperand()], inPlace: inPlace)
            : UnreadableValue.Instance;

    private static OperatorKind? Kind(string function) => function switch
    {
        "abs" => OperatorKind.Abs,
        "neg" => OperatorKind.Neg,
        "exp" => OperatorKind.Exp,
        "log" => OperatorKind.Log,
        "sqrt" => OperatorKind.Sqrt,
        "rsqrt" => OperatorKind.Rsqrt,
        "square" => OperatorKind.Square,
        "reciprocal" => OperatorKind.Reciprocal,
        _ => null,
    };
}
