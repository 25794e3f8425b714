using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DtcGen.Generators.Reading.Modules;

/// <summary>The factories of <c>torch.nn</c>: <c>Linear(784, 512)</c>, <c>ReLU()</c>.</summary>
internal static class LayerFactories
{
    public static ReadModule? Recognise(ModuleCreation creation)
    {
        if (creation.Expression is not IInvocationOperation call
            || !TorchSymbols.Is(call.TargetMethod.ContainingType, creation.Session.Torch.Nn)
            || !creation.Session.Torch.IsShippedLayer(call.TargetMethod.ReturnType))
        {
            return null;
        }

        // Two arguments alike are equal unless evaluating one of them changes something.
        var areStable = call.Arguments.All(static argument => IsStable(argument.Value));
        var settings = ImmutableDictionary.CreateBuilder<string, object?>(StringComparer.Ordinal);
        foreach (var argument in call.Arguments)
        {
            if (argument.Parameter is { } parameter)
            {
                settings.Add(
                    parameter.Name,
                    Constants.TryRead(argument.Value, creation.Bindings, out var value)
                        ? value
                        : new SymbolicSetting(areStable ? argument.Value.Syntax.ToString() : $"{parameter.Name}: {argument.Value.Syntax}"));
            }
        }

        return new LayerModule(creation.Place, call.TargetMethod.ReturnType.Name, settings.ToImmutable())
        {
            Given = [
                .. call.Arguments
                    .Where(static argument => argument.ArgumentKind != ArgumentKind.DefaultValue)
                    .Select(static argument => argument.Parameter!.Name)
            ],
        };
    }

    private static bool IsStable(IOperation operation)
        => operation.DescendantsAndSelf().All(static part => part switch
        {
            IInvocationOperation or IAssignmentOperation or IIncrementOrDecrementOperation or IObjectCreationOperation or IAwaitOperation
                or IDynamicInvocationOperation
                => false,
            IPropertyReferenceOperation { Property: var property } => property.ContainingType.GetMembers().Any(member
                => member is IFieldSymbol { AssociatedSymbol: { } associated }
                    && SymbolEqualityComparer.Default.Equals(associated, property)),
            IBinaryOperation { OperatorMethod: not null } or IUnaryOperation { OperatorMethod: not null } => false,
            _ => true,
        });
}
