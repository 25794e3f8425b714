using DtcGen.Generators.Collections;

namespace DtcGen.Generators.Grouping;

/// <summary>The neurons of a graph that leave together, and the layers whose neurons stay.</summary>
internal sealed record GroupedNeurons(EquatableArray<Group> Groups, EquatableArray<PinnedLayer> Pinned);
