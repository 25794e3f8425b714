using DtcGen.Generators.Collections;

namespace DtcGen.Generators.Grouping;

/// <summary>
/// How a group's neurons lie along a layer's dimension: outer times over, after some entries and before others, each
/// neuron with inner consecutive entries.
/// </summary>
/// <param name="Outer">How often the neurons repeat; null when only run time tells.</param>
/// <param name="Inner">How many consecutive entries a neuron has; null when only run time tells.</param>
/// <param name="Before">What stands before them where dimensions were concatenated.</param>
/// <param name="After">What stands after them.</param>
internal sealed record Layout(long? Outer, long? Inner, EquatableArray<PartSize> Before, EquatableArray<PartSize> After)
{
    /// <summary>One entry is one neuron.</summary>
    public static Layout Whole { get; } = new(1, 1, EquatableArray<PartSize>.Empty, EquatableArray<PartSize>.Empty);

    public bool IsWhole => this == Whole;
}
