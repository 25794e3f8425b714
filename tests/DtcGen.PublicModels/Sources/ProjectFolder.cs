namespace DtcGen.PublicModels.Sources;

/// <summary>The C# files whose nearest project file is the same.</summary>
/// <param name="Path">The project's folder.</param>
/// <param name="Files">Its files.</param>
/// <param name="References">The folders of the projects that it refers to.</param>
/// <param name="Usings">The using directives that its project file gives to each file.</param>
internal sealed record ProjectFolder(
    string Path, IReadOnlyList<string> Files, IReadOnlyList<string> References, IReadOnlyList<string> Usings);
