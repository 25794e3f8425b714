using DtcGen.Generators.Reading.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DtcGen.Generators.Reading.Expressions;

/// <summary><c>x = ...</c> and <c>(a, b) = ...</c> for locals and parameters.</summary>
internal static class Assignments
{
    public static ReadValue? Recognise(ForwardReader reader, IOperation operation)
    {
        if (operation is not (ISimpleAssignmentOperation or IDeconstructionAssignmentOperation))
        {
            return null;
        }

        var assignment = (IAssignmentOperation)operation;
        if (assignment is IDeconstructionAssignmentOperation { Value: { Type: { IsTupleType: false } } } deconstruction)
        {
            return reader.Unreadable(deconstruction.Value, "a tuple to take apart");
        }

        return Store(reader, assignment.Target, reader.Read(assignment.Value));
    }

    /// <summary>Gives a value to what stands left of an assignment.</summary>
    public static ReadValue Store(ForwardReader reader, IOperation target, ReadValue value)
        => Assign(reader, target, value) ?? reader.Unreadable(target, "a local variable or a parameter to assign to");

    private static ReadValue? Assign(ForwardReader reader, IOperation target, ReadValue value)
    {
        switch (target)
        {
            case ILocalReferenceOperation local:
                reader.SetVariable(local.Local, value);
                return value;
            case IParameterReferenceOperation parameter:
                reader.SetVariable(parameter.Parameter, value);
                return value;
            case IDiscardOperation:
                return value;
            case IDeclarationExpressionOperation declaration:
                return Assign(reader, declaration.Expression, value);
            case ITupleOperation tuple when value is UnreadableValue:
                return tuple.Elements.Select(element => Assign(reader, element, value)).ToArray().Any(static item => item is null)
                    ? null
                    : value;
            case ITupleOperation tuple when value is SequenceValue sequence && sequence.Items.Length == tuple.Elements.Length:
                return tuple.Elements
                    .Zip(sequence.Items, (element, item) => Assign(reader, element, item))
                    .ToArray()
                    .Any(static item => item is null)
                    ? null
                    : value;
            default:
                return null;
        }
    }
}
