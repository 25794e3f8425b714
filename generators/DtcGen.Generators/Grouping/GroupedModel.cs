using DtcGen.Generators.Collections;
using DtcGen.Generators.Reading;
using DtcGen.Generators.Reading.Graph;

namespace DtcGen.Generators.Grouping;

/// <summary>A model and the neurons in it that leave together.</summary>
internal sealed record GroupedModel(ModelClass Class, ForwardGraph Graph, EquatableArray<Group> Groups, EquatableArray<PinnedLayer> Pinned);
