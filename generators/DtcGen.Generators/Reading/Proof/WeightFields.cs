using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DtcGen.Generators.Reading.Proof;

/// <summary>Proves that a field holds a tensor of its own: a weight or buffer that shares its elements with no other.</summary>
internal static class WeightFields
{
    public static bool IsKnown(ReadingSession session, Construction construction, IFieldSymbol field)
        => FieldValues.Of(session, construction, field) is { Why: null, Value: { } value } && IsFresh(session, value);

    // Made of numbers alone. What names another field or variable of tensors or modules may be that one's.
    private static bool IsFresh(ReadingSession session, IOperation value)
        => value.DescendantsAndSelf()
            .All(part => part is not (IFieldReferenceOperation or IPropertyReferenceOperation or ILocalReferenceOperation
                or IParameterReferenceOperation)
                || part.Type is not { } type
                || (!session.Torch.HoldsTensor(type) && !session.Torch.IsModule(type)))
            && value.DescendantsAndSelf()
                .OfType<IInvocationOperation>()
                .All(call => session.Torch.IsOwn(call.TargetMethod.ContainingType)
                    || call.TargetMethod.ContainingType.ContainingNamespace.Name == "System");
}
