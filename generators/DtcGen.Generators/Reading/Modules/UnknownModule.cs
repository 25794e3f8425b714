namespace DtcGen.Generators.Reading.Modules;

/// <summary>A module whose kind cannot be told.</summary>
/// <param name="Place">Where it is in the model.</param>
/// <param name="Why">What is missing, as the end of a sentence.</param>
internal sealed record UnknownModule(ModulePlace Place, string Why) : ReadModule(Place);
