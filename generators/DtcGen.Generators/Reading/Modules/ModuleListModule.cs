using System.Collections.Immutable;

namespace DtcGen.Generators.Reading.Modules;

/// <summary>A list of modules, which <c>forward</c> walks or indexes.</summary>
internal sealed record ModuleListModule(ModulePlace Place, ImmutableArray<ReadModule> Items) : ReadModule(Place);
