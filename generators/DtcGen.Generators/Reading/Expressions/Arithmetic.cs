using DtcGen.Generators.Functions;
using DtcGen.Generators.Reading.Graph;
using DtcGen.Generators.Reading.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DtcGen.Generators.Reading.Expressions;

/// <summary>
/// Functions of two tensors, or of a tensor and a number: operators, <c>x += y</c>, <c>x.add(y)</c>,
/// <c>torch.add(x, y)</c>.
/// </summary>
internal static class Arithmetic
{
    public static ReadValue? Recognise(ForwardReader reader, IOperation operation) => operation switch
    {
        IBinaryOperation { OperatorMethod: { } method } binary when Find(reader, method, binary.Type) is { } function
            => Add(reader, function, binary.LeftOperand, binary.RightOperand, inPlace: false),
        ICompoundAssignmentOperation { OperatorMethod: { IsStatic: true } method } compound
            when Find(reader, method, compound.Type) is { } function
                => Assignments.Store(reader, compound.Target, Add(reader, function, compound.Target, compound.Value, inPlace: false)),
        _ => null,
    };

    public static ReadValue Read(ForwardReader reader, TensorCall call, TorchFunction function)
        => call.Given() is [var other]
            ? Add(reader, function, call.Input, other.Value, call.InPlace)
            : reader.Unreadable(call.Call, $"'{call.Function}' of two operands, without a factor");

    private static TorchFunction? Find(ForwardReader reader, IMethodSymbol method, ITypeSymbol? type)
        => reader.Session.Torch.IsTensor(method.ContainingType) && reader.Session.Torch.IsTensor(type)
            ? TorchFunctions.Find(method.Name)
            : null;

    private static ReadValue Add(ForwardReader reader, TorchFunction function, IOperation left, IOperation right, bool inPlace)
        => Operand(reader, left) is { } first && Operand(reader, right) is { } second
            ? reader.Session.Graph.Add(
                function.Kind, reader.Module.Place.Join(function.Names[0]), [first, second], inPlace: inPlace)
            : UnreadableValue.Instance;

    private static Operand? Operand(ForwardReader reader, IOperation operation)
    {
        switch (reader.Read(Scalars.Unwrap(reader, operation)))
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
}
