using DtcGen.Generators.Reading.Modules;
using DtcGen.Generators.Reading.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DtcGen.Generators.Reading.Expressions;

/// <summary><c>x.shape[0]</c>, <c>x.size(0)</c>, and arithmetic of numbers that the compiler does not know.</summary>
internal static class Sizes
{
    public static ReadValue? Recognise(ForwardReader reader, IOperation operation)
    {
        var (tensor, dimension) = operation switch
        {
            IArrayElementReferenceOperation
            {
                ArrayReference: IPropertyReferenceOperation { Property.Name: "shape", Instance: { } instance }, Indices: [var index]
            }
                when reader.Session.Torch.IsTensor(instance.Type) => (instance, index),
            IInvocationOperation { TargetMethod.Name: "size", Instance: { } instance, Arguments: [var index] }
                when reader.Session.Torch.IsTensor(instance.Type) => (instance, index.Value),
            _ => (null, null),
        };
        if (tensor is null)
        {
            return null;
        }

        return reader.ReadTensor(tensor) is not { } value ? UnreadableValue.Instance
            : reader.TryConstant(dimension!, out var number) && Constants.ToInteger(number) is { } known ? new SizeValue(value.Id, known)
            : reader.Unreadable(dimension!, "a dimension that is known at compile time");
    }
}
