namespace DtcGen.Generators.Reading;

/// <summary>A type around the model class.</summary>
/// <param name="Keyword">What declares it: <c>class</c>, <c>struct</c>, <c>record</c>, <c>interface</c>.</param>
/// <param name="Name">Its name with type parameters.</param>
internal sealed record ContainingType(string Keyword, string Name);
