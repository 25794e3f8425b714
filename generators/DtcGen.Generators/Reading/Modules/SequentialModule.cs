using System.Collections.Immutable;

namespace DtcGen.Generators.Reading.Modules;

/// <summary>Modules called one after the other.</summary>
internal sealed record SequentialModule(ModulePlace Place, ImmutableArray<ReadModule> Items) : ReadModule(Place);
