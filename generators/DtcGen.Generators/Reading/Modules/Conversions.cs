using Microsoft.CodeAnalysis.Operations;

namespace DtcGen.Generators.Reading.Modules;

/// <summary><c>(Module&lt;Tensor, Tensor&gt;)x</c>, <c>(x)</c>, <c>x!</c>, and null.</summary>
internal static class Conversions
{
    public static ReadModule? Recognise(ModuleCreation creation) => creation.Expression switch
    {
        { ConstantValue: { HasValue: true, Value: null } } => new AbsentModule(creation.Place),
        IConversionOperation { OperatorMethod: null } conversion => ModuleReader.Read(creation with { Expression = conversion.Operand }),
        IParenthesizedOperation parenthesized => ModuleReader.Read(creation with { Expression = parenthesized.Operand }),
        _ => null,
    };
}
