using System.Collections.Immutable;
using DtcGen.Generators.Reading.Modules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DtcGen.Generators.Reading.Expressions;

/// <summary>
/// A call of a tensor function in any of its spellings: <c>torch.relu(x)</c>, <c>functional.relu(x)</c>,
/// <c>x.relu()</c>, <c>x.relu_()</c>.
/// </summary>
/// <param name="Reader">Who reads it.</param>
/// <param name="Function">The function's name, without the underscore of the form that works in place.</param>
/// <param name="Call">The call.</param>
/// <param name="Input">The tensor it works on.</param>
/// <param name="InPlace">Whether the result takes the input's place.</param>
internal sealed record TensorCall(ForwardReader Reader, string Function, IInvocationOperation Call, IOperation Input, bool InPlace)
{
    public static TensorCall? Of(ForwardReader reader, IOperation operation)
    {
        if (operation is not IInvocationOperation { TargetMethod: var method } call)
        {
            return null;
        }

        var torch = reader.Session.Torch;
        var isStatic = method.IsStatic
            && (TorchSymbols.Is(method.ContainingType, torch.Torch) || TorchSymbols.Is(method.ContainingType, torch.Functional))
            && method.Parameters.Length > 0
            && torch.IsTensor(method.Parameters[0].Type);
        var input = isStatic ? call.Arguments.First(static argument => argument.Parameter?.Ordinal == 0).Value
            : !method.IsStatic && torch.IsTensor(method.ContainingType) ? call.Instance
            : null;
        if (input is null)
        {
            return null;
        }

        var hasUnderscore = method.Name.Length > 1 && method.Name.EndsWith("_", StringComparison.Ordinal);
        var inPlace = hasUnderscore
            || call.Arguments.Any(argument => argument.Parameter?.Name == "inplace"
                && !(reader.TryConstant(argument.Value, out var value) && value is false));
        return new TensorCall(reader, hasUnderscore ? method.Name.Substring(0, method.Name.Length - 1) : method.Name, call, input, inPlace);
    }

    /// <summary>The arguments beside the tensor that the call gives.</summary>
    public ImmutableArray<IArgumentOperation> Given()
    {
        var given = Call.Arguments.Where(argument => argument.Value != Input && argument.ArgumentKind != ArgumentKind.DefaultValue)
            .ToImmutableArray();
        Reader.Session.Heeded.UnionWith(given);
        return given;
    }

    /// <summary>An argument that the call gives, other than a default of null, and nothing has asked for; null when there is none. An
    /// unknown 'inplace' is one.</summary>
    public IOperation? Unheeded()
        => Call.Arguments.FirstOrDefault(argument => argument.ArgumentKind != ArgumentKind.DefaultValue
            && argument.Value != Input
            && !(argument.Parameter is { HasExplicitDefaultValue: true, ExplicitDefaultValue: null } && IsNull(argument.Value))
            && (argument.Parameter?.Name == "inplace"
                ? !Reader.TryConstant(argument.Value, out _)
                : !Reader.Session.Heeded.Contains(argument)))?.Value;

    /// <summary>The argument of a parameter, given or by default; null when the function has no such parameter.</summary>
    public IOperation? Argument(string parameter)
    {
        if (Call.Arguments.FirstOrDefault(argument => argument.Parameter?.Name == parameter) is not { } found)
        {
            return null;
        }

        Reader.Session.Heeded.Add(found);
        return found.Value;
    }

    /// <summary>Whether an argument is left out or null.</summary>
    public bool IsAbsent(string parameter)
        => Argument(parameter) is not { Parent: IArgumentOperation { ArgumentKind: not ArgumentKind.DefaultValue } } argument
            || IsNull(argument);

    private static bool IsNull(IOperation argument)
        => argument is { ConstantValue: { HasValue: true, Value: null } }
            or IConversionOperation { Operand.ConstantValue: { HasValue: true, Value: null } };
}
