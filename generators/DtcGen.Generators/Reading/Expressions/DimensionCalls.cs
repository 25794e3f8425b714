using System.Collections.Immutable;
using DtcGen.Generators.Reading.Graph;
using DtcGen.Generators.Reading.Values;
using Microsoft.CodeAnalysis;

namespace DtcGen.Generators.Reading.Expressions;

/// <summary>
/// What only moves, adds or drops dimensions: <c>transpose</c>, <c>permute</c>, <c>unsqueeze</c>, <c>squeeze</c>,
/// <c>contiguous</c>.
/// </summary>
internal static class DimensionCalls
{
    public static ReadValue? Recognise(ForwardReader reader, IOperation operation)
    {
        if (TensorCall.Of(reader, operation) is not { } call)
        {
            return null;
        }

        switch (call.Function)
        {
            case "contiguous":
                return reader.ReadTensor(call.Input) is { } input ? reader.Session.Graph.AddSame(input) : UnreadableValue.Instance;
            case "transpose":
                return Add(reader, OperatorKind.Transpose, call, "dim0", "dim1");
            case "permute":
                return Add(reader, OperatorKind.Permute, call, "permutation");
            case "unsqueeze":
                return Add(reader, OperatorKind.Unsqueeze, call, "dim");
            case "squeeze" when !call.IsAbsent("dim"):
                return Add(reader, OperatorKind.Squeeze, call, "dim");
            default:
                return null;
        }
    }

    private static ReadValue Add(ForwardReader reader, OperatorKind kind, TensorCall call, params string[] parameters)
    {
        var arguments = ImmutableArray.CreateBuilder<Argument>();
        foreach (var parameter in parameters)
        {
            if (call.Argument(parameter) is not { } given)
            {
                return reader.Unreadable(call.Call, $"'{call.Function}' with its dimensions");
            }

            if (ArgumentLists.Read(reader, given) is not { } read)
            {
                return UnreadableValue.Instance;
            }

            arguments.AddRange(read);
        }

        if (arguments.Any(static argument => argument.Integer is null || argument.SizeOf is not null))
        {
            return reader.Unreadable(call.Call, "dimensions that are known at compile time");
        }

        return reader.ReadTensor(call.Input) is { } input
            ? reader.Session.Graph.Add(kind, reader.Module.Place.Join(call.Function), [input.ToOperand()], arguments.ToImmutable())
            : UnreadableValue.Instance;
    }
}
