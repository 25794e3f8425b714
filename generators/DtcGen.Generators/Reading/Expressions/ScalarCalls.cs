using System.Collections.Immutable;
using DtcGen.Generators.Reading.Graph;
using DtcGen.Generators.Reading.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DtcGen.Generators.Reading.Expressions;

/// <summary>Functions of each element and of numbers: <c>clamp</c>, <c>clamp_min</c>, <c>pow</c>.</summary>
internal static class ScalarCalls
{
    public static ReadValue? Recognise(ForwardReader reader, IOperation operation)
    {
        if (TensorCall.Of(reader, operation) is not { } call)
        {
            return null;
        }

        return call.Function switch
        {
            "clamp" => Add(reader, OperatorKind.Clamp, call, "min", "max"),
            "clamp_min" => Add(reader, OperatorKind.Clamp, call, "min"),
            "pow" => Add(reader, OperatorKind.Pow, call, "exponent"),
            _ => null,
        };
    }

    private static ReadValue Add(ForwardReader reader, OperatorKind kind, TensorCall call, params string[] parameters)
    {
        var numbers = ImmutableArray.CreateBuilder<Argument>();
        foreach (var parameter in parameters)
        {
            if (call.IsAbsent(parameter) || call.Argument(parameter) is not { } given)
            {
                numbers.Add(new Argument("null", null));
            }
            else if (Number(reader, given) is { } number)
            {
                numbers.Add(number);
            }
            else
            {
                return reader.Unreadable(given, "a number");
            }
        }

        return reader.ReadTensor(call.Input) is { } input
            ? reader.Session.Graph.Add(
                kind, reader.Module.Place.Join(call.Function), [input.ToOperand()], numbers.ToImmutable(), inPlace: call.InPlace)
            : UnreadableValue.Instance;
    }

    // A number reaches a Scalar parameter by that type's own conversion.
    private static Argument? Number(ForwardReader reader, IOperation given)
    {
        while (given is IConversionOperation conversion)
        {
            given = conversion.Operand;
        }

        return reader.Session.Torch.IsTensor(given.Type) || reader.Read(given) is not ScalarValue scalar
            ? null
            : new Argument(scalar.Text, null);
    }
}
