using System.Collections.Immutable;
using DtcGen.Generators.Reading.Graph;
using DtcGen.Generators.Reading.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DtcGen.Generators.Reading.Expressions;

/// <summary>
/// Sums, differences, products and quotients of tensors and numbers: operators, <c>x += y</c>, <c>x.add(y)</c>,
/// <c>torch.add(x, y)</c>.
/// </summary>
internal static class Arithmetic
{
    public static ReadValue? Recognise(ForwardReader reader, IOperation operation)
    {
        switch (operation)
        {
            case IBinaryOperation binary
                when reader.Session.Torch.IsTensor(binary.OperatorMethod?.ContainingType) && reader.Session.Torch.IsTensor(binary.Type)
                    && Kind(binary.OperatorKind) is { } kind:
                return Add(reader, kind, binary.LeftOperand, binary.RightOperand, inPlace: false);
            case ICompoundAssignmentOperation { OperatorMethod.IsStatic: true } compound
                when reader.Session.Torch.IsTensor(compound.OperatorMethod.ContainingType) && reader.Session.Torch.IsTensor(compound.Type)
                    && Kind(compound.OperatorKind) is { } kind:
                return Assignments.Store(reader, compound.Target, Add(reader, kind, compound.Target, compound.Value, inPlace: false));
        }

        if (TensorCall.Of(reader, operation) is not { } call || Kind(call.Function) is not { } function)
        {
            return null;
        }

        var others = call.Given();
        return others is [var other]
            ? Add(reader, function, call.Input, other.Value, call.InPlace)
            : reader.Unreadable(operation, $"'{call.Function}' of two operands, without a factor");
    }

    private static ReadValue Add(ForwardReader reader, OperatorKind kind, IOperation left, IOperation right, bool inPlace)
        => Operand(reader, left) is { } first && Operand(reader, right) is { } second
            ? reader.Session.Graph.Add(
                kind, reader.Module.Place.Join(kind.ToString().ToLowerInvariant()), [first, second], inPlace: inPlace)
            : UnreadableValue.Instance;

    private static Operand? Operand(ForwardReader reader, IOperation operation)
    {
        // A number reaches a tensor's operator as a Scalar, by that type's own conversion.
        var unwrapped = operation is IConversionOperation { OperatorMethod.ContainingType: { Name: "Scalar" } scalarType } conversion
            && reader.Session.Torch.IsOwn(scalarType)
            ? conversion.Operand
            : operation;
        switch (reader.Read(unwrapped))
        {
            case TensorValue tensor:
                return tensor.ToOperand();
            case ScalarValue scalar:
                return new Operand(null, scalar.Text);
            case UnreadableValue:
                return null;
            default:
                reader.Unreadable(operation, "a tensor or a number");
                return null;
        }
    }

    private static OperatorKind? Kind(BinaryOperatorKind kind) => kind switch
    {
        BinaryOperatorKind.Add => OperatorKind.Add,
        BinaryOperatorKind.Subtract => OperatorKind.Sub,
        BinaryOperatorKind.Multiply => OperatorKind.Mul,
        BinaryOperatorKind.Divide => OperatorKind.Div,
        _ => null,
    };

    private static OperatorKind? Kind(string function) => function switch
    {
        "add" => OperatorKind.Add,
        "sub" => OperatorKind.Sub,
        "mul" => OperatorKind.Mul,
        "div" => OperatorKind.Div,
        "maximum" => OperatorKind.Maximum,
        "minimum" => OperatorKind.Minimum,
        _ => null,
    };
}
