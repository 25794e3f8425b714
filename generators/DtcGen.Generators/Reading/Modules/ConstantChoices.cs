using Microsoft.CodeAnalysis.Operations;

namespace DtcGen.Generators.Reading.Modules;

/// <summary><c>stride != 1 ? Sequential(...) : Identity()</c>, where the condition is known at compile time.</summary>
internal static class ConstantChoices
{
    public static ReadModule? Recognise(ModuleCreation creation)
        => creation.Expression is IConditionalOperation { WhenFalse: { } whenFalse } choice
            && Constants.TryRead(choice.Condition, creation.Bindings, out var condition)
            ? ModuleReader.Read(creation with { Expression = condition is true ? choice.WhenTrue : whenFalse })
            : null;
}
