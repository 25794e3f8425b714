using DtcGen.Generators.Reading.Modules;
using DtcGen.Generators.Reading.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DtcGen.Generators.Reading.Expressions;

/// <summary>Numbers, truth values and strings that the compiler knows.</summary>
internal static class Scalars
{
    public static ReadValue? Recognise(ForwardReader reader, IOperation operation)
        => reader.TryConstant(operation, out var constant)
            ? new ScalarValue(constant, true, CSharpText.Literal(constant))
            : null;

    /// <summary>What a Scalar is made of: a number becomes one by that type's own conversion.</summary>
    public static IOperation Unwrap(ForwardReader reader, IOperation operation)
        => operation is IConversionOperation { OperatorMethod.ContainingType: { Name: "Scalar" } scalar } conversion
            && reader.Session.Torch.IsOwn(scalar)
            ? conversion.Operand
            : operation;
}
