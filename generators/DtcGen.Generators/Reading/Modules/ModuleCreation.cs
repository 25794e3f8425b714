using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace DtcGen.Generators.Reading.Modules;

/// <summary>An expression that makes a module.</summary>
/// <param name="Session">The reading it is part of.</param>
/// <param name="Expression">The expression.</param>
/// <param name="Place">Where the module goes.</param>
/// <param name="Bindings">The constants that the parameters in scope stand for.</param>
internal sealed record ModuleCreation(
    ReadingSession Session,
    IOperation Expression,
    ModulePlace Place,
    ImmutableDictionary<ISymbol, object?> Bindings);
