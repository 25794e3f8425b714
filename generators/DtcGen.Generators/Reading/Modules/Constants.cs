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
            IConversionOperation conversion => TryRead(conversion.Operand, bindings, out value),
            IParenthesizedOperation parenthesized => TryRead(parenthesized.Operand, bindings, out value),
            IParameterReferenceOperation parameter => bindings.TryGetValue(parameter.Parameter, out value),
            IFieldReferenceOperation { Instance: IInstanceReferenceOperation } field => bindings.TryGetValue(field.Field.OriginalDefinition, out value),
            IInvocationOperation { TargetMethod: { Name: "Sqrt", ContainingType: { Name: "Math", ContainingNamespace.Name: "System" } }, Arguments: [var root] }
                => TryRead(root.Value, bindings, out var number) && TrySqrt(number, out value),
            IDefaultValueOperation { Type: { } type } => type.IsReferenceType || type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T,
            IConditionalOperation { WhenFalse: not null } conditional => TryRead(conditional.Condition, bindings, out var condition)
                && TryRead(condition is true ? conditional.WhenTrue : conditional.WhenFalse, bindings, out value),
            IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } not => TryRead(not.Operand, bindings, out var operand) && TryNegate(operand, out value),
            IUnaryOperation { OperatorKind: UnaryOperatorKind.Minus } minus => TryRead(minus.Operand, bindings, out var operand)
                && TryCalculate(BinaryOperatorKind.Subtract, 0, operand, out value),
            ITupleOperation tuple => TryReadAll(tuple.Elements, bindings, out value),
            IArrayCreationOperation { Initializer: { } initialiser } => TryReadAll(initialiser.ElementValues, bindings, out value),
            ICollectionExpressionOperation collection => TryReadAll(collection.Elements, bindings, out value),
            IBinaryOperation binary => TryRead(binary.LeftOperand, bindings, out var left)
                && TryRead(binary.RightOperand, bindings, out var right)
                && TryCalculate(binary.OperatorKind, left, right, out value),
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
