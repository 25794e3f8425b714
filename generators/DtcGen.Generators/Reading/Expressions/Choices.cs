using DtcGen.Generators.Reading.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DtcGen.Generators.Reading.Expressions;

/// <summary><c>condition ? a : b</c>, where the condition is known at compile time.</summary>
internal static class Choices
{
    public static ReadValue? Recognise(ForwardReader reader, IOperation operation)
    {
        if (operation is not IConditionalOperation { WhenFalse: { } whenFalse, ConstantValue.HasValue: false } choice)
        {
            return null;
        }

        return Conditions.Decide(reader, choice.Condition) is { } condition
            ? reader.Read(condition ? choice.WhenTrue : whenFalse)
            : Conditions.Undecided(reader, choice.Condition);
    }
}
