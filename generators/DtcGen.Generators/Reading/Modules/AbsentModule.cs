namespace DtcGen.Generators.Reading.Modules;

/// <summary>No module: the field is null with the constants that its class was made with.</summary>
internal sealed record AbsentModule(ModulePlace Place) : ReadModule(Place);
