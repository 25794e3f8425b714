using DtcGen.Generators.Reading.Modules;
using DtcGen.Generators.Reading.Values;
using Microsoft.CodeAnalysis;

namespace DtcGen.Generators.Reading.Expressions;

/// <summary>Numbers, truth values and strings that the compiler knows.</summary>
internal static class Scalars
{
    public static ReadValue? Recognise(ForwardReader reader, IOperation operation)
        => reader.TryConstant(operation, out var constant)
            ? new ScalarValue(constant, true, CSharpText.Literal(constant))
            : null;
}
