using DtcGen.Generators.Reading.Graph;
using DtcGen.Generators.Reading.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DtcGen.Generators.Reading.Expressions;

/// <summary><c>parts[0]</c>, for what took a tensor apart.</summary>
internal static class SequenceItems
{
    public static ReadValue? Recognise(ForwardReader reader, IOperation operation)
    {
        var (items, index) = operation switch
        {
            IArrayElementReferenceOperation { ArrayReference: var array, Indices: [var only] } => (array, only),
            IImplicitIndexerReferenceOperation { Instance: var array, Argument: var only } => (array, only),
            _ => (null, null),
        };
        if (items is null || index is null)
        {
            return null;
        }

        var read = reader.Read(items);
        if (read is not (SequenceValue or PartsValue))
        {
            return read is UnreadableValue ? read : null;
        }

        if (TensorIndices.Number(reader, index) is not { } place)
        {
            return reader.Unreadable(index, "an index that is known at compile time");
        }

        return read switch
        {
            SequenceValue { Items: var known }
                when (place < 0 ? place + known.Length : place) is >= 0 and var at && at < known.Length => known[(int)at],
            PartsValue parts
                when place >= 0
                    => Slices.Add(
                        reader,
                        OperatorKind.Slice,
                        parts.Input,
                        parts.Dimension,
                        Literal(place * parts.Size),
                        Literal((place + 1) * parts.Size),
                        Literal(1)),
            SequenceValue { Items: var known } => reader.Unreadable(index, $"an index from 0 to {known.Length - 1}"),
            _ => reader.Unreadable(index, "an index counted from the start"),
        };
    }

    private static Argument Literal(long number) => new(CSharpText.Literal(number), number);
}
