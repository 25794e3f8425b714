using DtcGen.Generators.Reading.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DtcGen.Generators.Reading.Expressions;

/// <summary>What the compiler puts around an expression without changing it: conversions and parentheses.</summary>
internal static class Wrappers
{
    public static ReadValue? Recognise(ForwardReader reader, IOperation operation) => operation switch
    {
        IConversionOperation { ConstantValue.HasValue: false, OperatorMethod: null } conversion => reader.Read(conversion.Operand),
        IParenthesizedOperation parenthesized => reader.Read(parenthesized.Operand),
        _ => null,
    };
}
