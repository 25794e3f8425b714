using DtcGen.Generators.Reading.Modules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DtcGen.Generators.Hazards;

/// <summary>A call of TorchSharp's.</summary>
/// <param name="Call">The call.</param>
/// <param name="InModule">Whether a module class makes it.</param>
internal sealed record HazardCall(IInvocationOperation Call, bool InModule)
{
    /// <summary>The type that declares the method, by its own name: nn, functional, init, Tensor or a layer's class.</summary>
    public string Owner => Call.TargetMethod.ContainingType.Name;

    public string Method => Call.TargetMethod.Name;

    /// <summary>The call in a message: <c>functional.hardtanh</c>, <c>Hardtanh</c>.</summary>
    public string Name => Owner is "functional" or "init" ? $"{Owner}.{Method}" : Method;

    /// <summary>Whether nothing takes what the call returns.</summary>
    public bool IsDropped => Call.Parent is IExpressionStatementOperation or ISimpleAssignmentOperation { Target: IDiscardOperation };

    public IArgumentOperation? Argument(string parameter)
        => Call.Arguments.FirstOrDefault(argument => argument.Parameter?.Name == parameter);

    /// <summary>Whether an argument was not written.</summary>
    public bool IsLeftOut(string parameter) => Argument(parameter) is null or { ArgumentKind: ArgumentKind.DefaultValue };

    /// <summary>Whether an argument is known, given or by default.</summary>
    public bool TryConstant(string parameter, out object? value)
    {
        value = null;
        return Argument(parameter) is { } argument && Constants.TryRead(argument.Value, NestedModule.NoBindings, out value);
    }

    /// <summary>Whether an argument is known to be this.</summary>
    public bool Is(string parameter, object? wanted) => TryConstant(parameter, out var value) && Equals(value, wanted);

    /// <summary>An argument's whole numbers, one for each dimension; null when they are not known.</summary>
    /// <param name="parameter">The parameter.</param>
    /// <param name="dimensions">How many there are where the argument is one number.</param>
    /// <param name="otherwise">The number where the argument is null.</param>
    public long[]? Numbers(string parameter, int dimensions, long otherwise)
    {
        if (!TryConstant(parameter, out var value))
        {
            return null;
        }

        var items = value as object?[] ?? [.. Enumerable.Repeat(value ?? otherwise, dimensions)];
        var numbers = items.Select(Constants.ToInteger).OfType<long>().ToArray();
        return numbers.Length == items.Length ? numbers : null;
    }

    /// <summary>The member of an enum that an argument names, when it is known.</summary>
    public string? EnumName(string parameter)
    {
        var value = Argument(parameter)?.Value;
        while (value is IConversionOperation conversion)
        {
            value = conversion.Operand;
        }

        return value switch
        {
            IFieldReferenceOperation field => field.Field.Name,
            { ConstantValue: { HasValue: true, Value: { } number }, Type: INamedTypeSymbol { TypeKind: TypeKind.Enum } type }
                => type.GetMembers().OfType<IFieldSymbol>().FirstOrDefault(member => Equals(member.ConstantValue, number))?.Name,
            _ => null,
        };
    }
}
