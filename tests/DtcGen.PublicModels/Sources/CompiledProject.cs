using Microsoft.CodeAnalysis.CSharp;

namespace DtcGen.PublicModels.Sources;

/// <summary>A project as far as it compiles here.</summary>
/// <param name="Folder">The project.</param>
/// <param name="Compilation">Its files and those of the projects that it refers to, without what does not compile.</param>
/// <param name="Written">The module classes that its own files declare, by their metadata names.</param>
/// <param name="Dropped">Why module classes were set aside, by their metadata names.</param>
internal sealed record CompiledProject(
    ProjectFolder Folder, CSharpCompilation Compilation, IReadOnlyList<string> Written, IReadOnlyDictionary<string, string> Dropped);
