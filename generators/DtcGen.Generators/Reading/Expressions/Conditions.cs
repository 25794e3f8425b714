using DtcGen.Generators.Reading.Modules;
using DtcGen.Generators.Reading.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DtcGen.Generators.Reading.Expressions;

/// <summary>Conditions that can be decided: constants, and whether a field holds a module.</summary>
internal static class Conditions
{
    /// <summary>The condition's value, or null when it cannot be decided.</summary>
    public static bool? Decide(ForwardReader reader, IOperation condition)
    {
        if (reader.TryConstant(condition, out var constant))
        {
            if (condition.DescendantsAndSelf().OfType<IPropertyReferenceOperation>().Any())
            {
                reader.NoteTraining();
            }

            return constant as bool?;
        }

        return condition switch
        {
            IConversionOperation conversion => Decide(reader, conversion.Operand),
            IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } not => !Decide(reader, not.Operand),
            IIsPatternOperation { Pattern: IConstantPatternOperation pattern } test
                when IsNull(pattern.Value) => IsAbsent(reader, test.Value),
            IIsPatternOperation { Pattern: INegatedPatternOperation { Pattern: IConstantPatternOperation pattern } } test
                when IsNull(pattern.Value) => !IsAbsent(reader, test.Value),
            IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals } equal
                when IsNull(equal.RightOperand) => IsAbsent(reader, equal.LeftOperand),
            IBinaryOperation { OperatorKind: BinaryOperatorKind.NotEquals } unequal
                when IsNull(unequal.RightOperand) => !IsAbsent(reader, unequal.LeftOperand),
            _ => null,
        };
    }

    /// <summary>Reports a condition that cannot be decided: where the field that it asks for is set, if it asks for one.</summary>
    public static ReadValue Undecided(ForwardReader reader, IOperation condition)
        => condition.DescendantsAndSelf().OfType<IFieldReferenceOperation>()
            .Where(static field => field.Instance is IInstanceReferenceOperation)
            .Where(field => reader.Session.Torch.IsModule(field.Field.Type))
            .Select(field => FieldModules.Read(reader.Session, reader.Module, field.Field))
            .OfType<UnknownModule>()
            .FirstOrDefault(static module => module.At is not null) is { } unknown
            ? reader.Session.Report(unknown, condition)
            : reader.Unreadable(
                condition, "a condition that is known at compile time, because the network must be the same for every input");

    private static bool IsNull(IOperation operation)
        => operation is { ConstantValue: { HasValue: true, Value: null } }
            or IConversionOperation { Operand.ConstantValue: { HasValue: true, Value: null } };

    private static bool? IsAbsent(ForwardReader reader, IOperation operation)
    {
        var field = operation is IConversionOperation conversion ? conversion.Operand : operation;
        if (field is ILocalReferenceOperation or IParameterReferenceOperation)
        {
            return reader.Read(field) switch
            {
                ScalarValue { IsConstant: true, Constant: null } => true,
                TensorValue => false,
                _ => null,
            };
        }

        if (field is not IFieldReferenceOperation { Instance: IInstanceReferenceOperation } reference
            || !reader.Session.Torch.IsModule(reference.Field.Type))
        {
            return null;
        }

        return reader.Read(reference) is ModuleValue { Module: var module }
            ? module is UnknownModule ? null : module is AbsentModule
            : null;
    }
}
