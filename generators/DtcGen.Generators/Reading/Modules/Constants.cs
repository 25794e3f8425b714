using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DtcGen.Generators.Reading.Modules;

/// <summary>Works out constants, also where they came in through a constructor's parameters.</summary>
internal static class Constants
{
    /// <summary>The value of an expression, or false when it is not known at compile time.</summary>
    public static bool TryRead(IOperation operation, ImmutableDictionary<ISymbol, object?> bindings, out object? value)
    {
        if (operation.ConstantValue is { HasValue: true } constant)
        {
            value = constant.Value;
            return true;
        }

        value = null;
        return operation switch
        {
            IConversionOperation { OperatorMethod: null } conversion
                => TryRead(conversion.Operand, bindings, out var converted) && TryConvert(conversion.Type, converted, out value),
            IParenthesizedOperation parenthesized => TryRead(parenthesized.Operand, bindings, out value),
            IParameterReferenceOperation parameter => bindings.TryGetValue(parameter.Parameter.OriginalDefinition, out value),
            IFieldReferenceOperation { Instance: IInstanceReferenceOperation } field
                => bindings.TryGetValue(field.Field.OriginalDefinition, out value),
            IPropertyReferenceOperation { Instance: IInstanceReferenceOperation } property
                => bindings.TryGetValue(property.Property.OriginalDefinition, out value),
            IInvocationOperation
            {
                TargetMethod:
                {
                    Name: "Sqrt",
                    ContainingType: { Name: "Math", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } }
                },
                Arguments: [var root]
            }
                => TryRead(root.Value, bindings, out var number) && TrySqrt(number, out value),
            IDefaultValueOperation { Type: { } type }
                => type.IsReferenceType || type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T,
            IConditionalOperation { WhenFalse: not null } conditional => TryRead(conditional.Condition, bindings, out var condition)
                && TryRead(condition is true ? conditional.WhenTrue : conditional.WhenFalse, bindings, out value),
            IUnaryOperation { OperatorKind: UnaryOperatorKind.Not, OperatorMethod: null } not
                => TryRead(not.Operand, bindings, out var operand) && TryNegate(operand, out value),
            IUnaryOperation { OperatorKind: UnaryOperatorKind.Minus, OperatorMethod: null } minus
                => TryRead(minus.Operand, bindings, out var operand)
                    && TryCalculate(BinaryOperatorKind.Subtract, 0, operand, out var negative)
                    && TryConvert(minus.Type, negative, out value),
            ITupleOperation tuple => TryReadAll(tuple.Elements, bindings, out value),
            IArrayCreationOperation { Initializer: { } initialiser } => TryReadAll(initialiser.ElementValues, bindings, out value),
            ICollectionExpressionOperation collection => TryReadAll(collection.Elements, bindings, out value),
            IBinaryOperation { OperatorMethod: null } binary
                when TryRead(binary.LeftOperand, bindings, out var left) => IsDecided(binary.OperatorKind, left)
                ? TryConvert(binary.Type, left, out value)
                : TryRead(binary.RightOperand, bindings, out var right)
                    && TryCalculate(binary.OperatorKind, left, right, out var result)
                    && TryConvert(binary.Type, result, out value),
            _ => false,
        };
    }

    private static bool TryReadAll(ImmutableArray<IOperation> items, ImmutableDictionary<ISymbol, object?> bindings, out object? value)
    {
        var values = new object?[items.Length];
        value = values;
        for (var i = 0; i < items.Length; i++)
        {
            if (!TryRead(items[i], bindings, out values[i]))
            {
                return false;
            }
        }

        return true;
    }

    public static long? ToInteger(object? value) => value switch
    {
        int number => number,
        long number => number,
        short number => number,
        byte number => number,
        sbyte number => number,
        uint number => number,
        ushort number => number,
        _ => null,
    };

    // The right side of '&&' and '||' is not asked for when the left decides.
    private static bool IsDecided(BinaryOperatorKind kind, object? left)
        => kind == BinaryOperatorKind.ConditionalAnd ? left is false : kind == BinaryOperatorKind.ConditionalOr && left is true;

    // A number of another type is another number where that type cannot hold it: 2.7 is 2, and what overflows is not known.
    private static bool TryConvert(ITypeSymbol? type, object? operand, out object? value)
    {
        var target = type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T, TypeArguments: [var only] }
            ? only
            : type;
        var whole = ToInteger(operand);
        var real = whole ?? ToReal(operand);
        value = target?.SpecialType switch
        {
            _ when real is null => operand,
            SpecialType.System_Int32 => Whole(real.Value, int.MinValue, int.MaxValue),
            SpecialType.System_Int64 => whole ?? Whole(real.Value, -(1L << 53), 1L << 53),
            SpecialType.System_Int16 => Whole(real.Value, short.MinValue, short.MaxValue),
            SpecialType.System_Byte => Whole(real.Value, byte.MinValue, byte.MaxValue),
            SpecialType.System_Single => (float)real.Value,
            SpecialType.System_Double => real.Value,
            SpecialType.System_Object or SpecialType.None => operand,
            _ => null,
        };
        return value is not null || operand is null;
    }

    private static object? Whole(double number, long least, long most)
        => Math.Truncate(number) is var whole && whole >= least && whole <= most ? (long)whole : null;

    private static bool TrySqrt(object? number, out object? value)
    {
        value = ToReal(number) is { } real ? Math.Sqrt(real) : null;
        return value is not null;
    }

    private static bool TryNegate(object? operand, out object? value)
    {
        value = operand is false;
        return operand is bool;
    }

    private static bool TryCalculate(BinaryOperatorKind kind, object? left, object? right, out object? value)
    {
        value = (left, right) switch
        {
            (bool a, bool b) => Logic(kind, a, b),
            _ when ToInteger(left) is { } a && ToInteger(right) is { } b => Whole(kind, a, b),
            _ when ToReal(left) is { } a && ToReal(right) is { } b => Real(kind, a, b),
            _ => null,
        };
        return value is not null;
    }

    private static double? ToReal(object? value)
        => value is float or double || ToInteger(value) is not null ? Convert.ToDouble(value, CultureInfo.InvariantCulture) : null;

    private static object? Logic(BinaryOperatorKind kind, bool a, bool b) => kind switch
    {
        BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.And => a && b,
        BinaryOperatorKind.ConditionalOr or BinaryOperatorKind.Or => a || b,
        BinaryOperatorKind.Equals => a == b,
        BinaryOperatorKind.NotEquals or BinaryOperatorKind.ExclusiveOr => a != b,
        _ => null,
    };

    private static object? Whole(BinaryOperatorKind kind, long a, long b) => kind switch
    {
        BinaryOperatorKind.Add => a + b,
        BinaryOperatorKind.Subtract => a - b,
        BinaryOperatorKind.Multiply => a * b,
        BinaryOperatorKind.Divide when b is not (0 or -1) => a / b,
        BinaryOperatorKind.Divide when b == -1 => -a,
        BinaryOperatorKind.Remainder when b is not (0 or -1) => a % b,
        BinaryOperatorKind.Remainder when b == -1 => 0L,
        BinaryOperatorKind.Equals => a == b,
        BinaryOperatorKind.NotEquals => a != b,
        BinaryOperatorKind.LessThan => a < b,
        BinaryOperatorKind.LessThanOrEqual => a <= b,
        BinaryOperatorKind.GreaterThan => a > b,
        BinaryOperatorKind.GreaterThanOrEqual => a >= b,
        _ => null,
    };

    private static object? Real(BinaryOperatorKind kind, double a, double b) => kind switch
    {
        BinaryOperatorKind.Add => a + b,
        BinaryOperatorKind.Subtract => a - b,
        BinaryOperatorKind.Multiply => a * b,
        BinaryOperatorKind.Divide => a / b,
        _ => null,
    };
}
