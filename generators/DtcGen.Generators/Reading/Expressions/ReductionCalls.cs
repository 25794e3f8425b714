using System.Collections.Immutable;
using DtcGen.Generators.Reading.Graph;
using DtcGen.Generators.Reading.Values;
using Microsoft.CodeAnalysis;

namespace DtcGen.Generators.Reading.Expressions;

/// <summary><c>mean</c>, <c>sum</c> and <c>amax</c> over given dimensions. The arguments are keepdim, then the dimensions.</summary>
internal static class ReductionCalls
{
    public static ReadValue? Recognise(ForwardReader reader, IOperation operation)
    {
        if (TensorCall.Of(reader, operation) is not { } call || Kind(call.Function) is not { } kind)
        {
            return null;
        }

        if (Given(call) is not { Count: > 0 } given || !call.IsAbsent("type") || !call.IsAbsent("out"))
        {
            return reader.Unreadable(operation, $"'{call.Function}' over given dimensions, without a change of type");
        }

        object? keep = false;
        if (call.Argument("keepdim") is { } keepdim && !reader.TryConstant(keepdim, out keep))
        {
            return reader.Unreadable(keepdim, "a constant");
        }

        if (reader.ReadTensor(call.Input) is not { } input || ArgumentLists.Read(reader, given) is not { } dimensions)
        {
            return UnreadableValue.Instance;
        }

        return dimensions.Any(static dimension => dimension.Integer is null || dimension.SizeOf is not null)
            ? reader.Unreadable(given[0], "dimensions that are known at compile time")
            : reader.Session.Graph.Add(
                kind,
                reader.Module.Place.Join(call.Function),
                [input.ToOperand()],
                [new Argument(CSharpText.Literal(keep), keep is true ? 1 : 0), .. dimensions]);
    }

    // As a list, or one by one.
    private static IReadOnlyList<IOperation> Given(TensorCall call)
        => [.. new[] { "dimensions", "dim", "dims", "dim0", "dim1", "dim2" }.Select(call.Argument).OfType<IOperation>()];

    private static OperatorKind? Kind(string function) => function switch
    {
        "mean" => OperatorKind.Mean,
        "sum" => OperatorKind.Sum,
        "amax" => OperatorKind.Amax,
        _ => null,
    };
}
