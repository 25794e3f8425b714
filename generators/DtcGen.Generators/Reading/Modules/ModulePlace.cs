using System.Collections.Immutable;
using DtcGen.Generators.Reading.Graph;

namespace DtcGen.Generators.Reading.Modules;

/// <summary>Where a module is.</summary>
/// <param name="Name">Its name, as <c>named_modules()</c> gives it; empty for the model itself.</param>
/// <param name="Path">How generated code reaches it from the model.</param>
internal sealed record ModulePlace(string Name, ImmutableArray<PathStep> Path)
{
    public static ModulePlace Root { get; } = new(string.Empty, []);

    public ModulePlace Field(string field, string owner, string declared, bool isAccessible)
        => new(Join(field), Path.Add(new PathStep(field, 0, owner, declared, isAccessible)));

    public ModulePlace Item(int index, string? name, string owner, string declared)
        => new(
            Join(name ?? index.ToString(System.Globalization.CultureInfo.InvariantCulture)),
            Path.Add(new PathStep(null, index, owner, declared, IsAccessible: true)));

    /// <summary>The name of something inside this module.</summary>
    public string Join(string name) => Name.Length == 0 ? name : $"{Name}.{name}";
}
