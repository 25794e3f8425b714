using DtcGen.Generators.Reading.Graph;

namespace DtcGen.Generators.Reading;

/// <summary>A model class that was read without error.</summary>
internal sealed record Model(ModelClass Class, ForwardGraph Graph);
