using System.Collections.Immutable;
using DtcGen.Generators.Reading.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DtcGen.Generators.Reading.Expressions;

/// <summary>Tuples, arrays and collection expressions.</summary>
internal static class Sequences
{
    public static ReadValue? Recognise(ForwardReader reader, IOperation operation) => operation switch
    {
        ITupleOperation tuple => Read(reader, tuple.Elements),
        IArrayCreationOperation { Initializer: { } initialiser } => Read(reader, initialiser.ElementValues),
        ICollectionExpressionOperation collection when !collection.Elements.Any(static element => element is ISpreadOperation)
            => Read(reader, collection.Elements),
        _ => null,
    };

    private static SequenceValue Read(ForwardReader reader, ImmutableArray<IOperation> items)
        => new([.. items.Select(reader.Read)]);
}
