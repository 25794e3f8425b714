using DtcGen.Generators.Reading.Modules;

namespace DtcGen.Generators.Reading.Values;

/// <summary>A layer, or a module made of layers.</summary>
internal sealed record ModuleValue(ReadModule Module) : ReadValue;
