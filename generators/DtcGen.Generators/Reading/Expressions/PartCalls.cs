using System.Collections.Immutable;
using DtcGen.Generators.Reading.Graph;
using DtcGen.Generators.Reading.Modules;
using DtcGen.Generators.Reading.Values;
using Microsoft.CodeAnalysis;

namespace DtcGen.Generators.Reading.Expressions;

/// <summary><c>x.chunk(2, 1)</c>, <c>x.split([4, 8], 1)</c>, <c>x.split(4, 1)</c>: one tensor taken apart along a dimension.</summary>
internal static class PartCalls
{
    // More parts than any network has; a slip of the pen must not fill the memory.
    private const long MostParts = 1024;

    public static ReadValue? Read(ForwardReader reader, TensorCall call)
    {
        var dimension = call.Argument("dim") is { } given ? reader.ReadArgument(given) : new Argument("0", 0);
        if (dimension is null)
        {
            return UnreadableValue.Instance;
        }

        if (dimension.Integer is null)
        {
            return reader.Unreadable(call.Argument("dim")!, "a dimension that is known at compile time");
        }

        return call.Argument("chunks") is { } chunks ? Chunk(reader, call, chunks, dimension)
            : call.Argument("size") is { } size ? BySize(reader, call, size, dimension)
            : (call.Argument("sizes") ?? call.Argument("split_size_or_sections")) is { } sizes ? BySizes(reader, call, sizes, dimension)
            : null;
    }

    private static ReadValue Chunk(ForwardReader reader, TensorCall call, IOperation chunks, Argument dimension)
    {
        if (!reader.TryConstant(chunks, out var number) || Constants.ToInteger(number) is not (> 0 and <= MostParts and var count))
        {
            return reader.Unreadable(chunks, "a number of parts that is known at compile time");
        }

        return reader.ReadTensor(call.Input) is { } input
            ? Parts(reader, OperatorKind.Chunk, input, [new Argument(CSharpText.Literal(count), count), dimension], (int)count)
            : UnreadableValue.Instance;
    }

    private static ReadValue BySizes(ForwardReader reader, TensorCall call, IOperation given, Argument dimension)
    {
        if (reader.ReadTensor(call.Input) is not { } input || ArgumentLists.Read(reader, given) is not { } sizes)
        {
            return UnreadableValue.Instance;
        }

        return sizes.Length == 0 || sizes.Any(static size => size.SizeOf is not null)
            ? reader.Unreadable(given, "the parts' sizes as numbers")
            : Parts(reader, OperatorKind.Split, input, [dimension, .. sizes], sizes.Length);
    }

    // How many parts there are is not known, so each is read where it is taken.
    private static ReadValue BySize(ForwardReader reader, TensorCall call, IOperation given, Argument dimension)
    {
        if (!reader.TryConstant(given, out var number) || Constants.ToInteger(number) is not (> 0 and var size))
        {
            return reader.Unreadable(given, "a size that is known at compile time");
        }

        return reader.ReadTensor(call.Input) is { } input ? new PartsValue(input, size, dimension) : UnreadableValue.Instance;
    }

    private static SequenceValue Parts(
        ForwardReader reader, OperatorKind kind, TensorValue input, ImmutableArray<Argument> arguments, int count)
        => new([
            .. reader.Session.Graph.AddParts(
                kind, reader.Module.Place.Join(kind.ToString().ToLowerInvariant()), input.ToOperand(), arguments, count)
        ]);
}
