using System.Collections.Immutable;

namespace DtcGen.Generators.Reading.Values;

/// <summary>A tuple, an array or a list whose items are known.</summary>
internal sealed record SequenceValue(ImmutableArray<ReadValue> Items) : ReadValue;
