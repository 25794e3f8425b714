using DtcGen.Generators.Reading.Graph;
using DtcGen.Generators.Reading.Values;
using Microsoft.CodeAnalysis;

namespace DtcGen.Generators.Reading.Expressions;

/// <summary>A stretch of a dimension, or one entry of it: <c>narrow</c>, <c>slice</c>, <c>select</c>.</summary>
internal static class SliceCalls
{
    public static ReadValue? Recognise(ForwardReader reader, IOperation operation)
    {
        if (TensorCall.Of(reader, operation) is not { } call)
        {
            return null;
        }

        return call.Function switch
        {
            "narrow" => Read(reader, OperatorKind.Narrow, call, "start", "length"),
            "slice" => Read(reader, OperatorKind.Slice, call, "start", "finish", "step"),
            "select" => Read(reader, OperatorKind.Select, call, "index"),
            _ => null,
        };
    }

    public static ReadValue Add(ForwardReader reader, TensorValue input, Argument dimension, Argument start, Argument finish, Argument step)
        => Add(reader, OperatorKind.Slice, input, dimension, start, finish, step);

    public static TensorValue Add(ForwardReader reader, OperatorKind kind, TensorValue input, params Argument[] arguments)
        => reader.Session.Graph.Add(
            kind, reader.Module.Place.Join(kind.ToString().ToLowerInvariant()), [input.ToOperand()], [.. arguments]);

    private static ReadValue Read(ForwardReader reader, OperatorKind kind, TensorCall call, params string[] parameters)
    {
        if (call.Argument("dim") is not { } given)
        {
            return reader.Unreadable(call.Call, $"'{call.Function}' with its dimension");
        }

        if (reader.ReadTensor(call.Input) is not { } input || reader.ReadArgument(given) is not { } dimension)
        {
            return UnreadableValue.Instance;
        }

        if (dimension.Integer is null)
        {
            return reader.Unreadable(given, "a dimension that is known at compile time");
        }

        var arguments = new List<Argument> { dimension };
        foreach (var parameter in parameters)
        {
            if (call.Argument(parameter) is not { } value || reader.ReadArgument(value) is not { } argument)
            {
                return UnreadableValue.Instance;
            }

            arguments.Add(argument);
        }

        return Add(reader, kind, input, [.. arguments]);
    }
}
