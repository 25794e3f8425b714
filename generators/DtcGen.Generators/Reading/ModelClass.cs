using DtcGen.Generators.Collections;

namespace DtcGen.Generators.Reading;

/// <summary>The annotated class.</summary>
/// <param name="Namespace">Its namespace, or null in the global one.</param>
/// <param name="Containing">The types around it, outermost first.</param>
/// <param name="Name">Its name with type parameters, as in a declaration.</param>
/// <param name="HintName">The name of the file generated for it, unique in the compilation.</param>
/// <param name="Members">The names that are taken inside it, sorted.</param>
/// <param name="Hidden">Of the types that generated code names, those whose simple name means something else inside it.</param>
/// <param name="ExportsOnnx">Whether the compilation references DtcGen.Onnx.</param>
internal sealed record ModelClass(
    string? Namespace,
    EquatableArray<ContainingType> Containing,
    string Name,
    string HintName,
    EquatableArray<string> Members,
    EquatableArray<string> Hidden,
    bool ExportsOnnx);
