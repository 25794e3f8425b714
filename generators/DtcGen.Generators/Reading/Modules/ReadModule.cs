namespace DtcGen.Generators.Reading.Modules;

/// <summary>A module that a field of the model holds.</summary>
/// <param name="Place">Where it is in the model.</param>
internal abstract record ReadModule(ModulePlace Place);
