using System.Xml;
using System.Xml.Linq;

namespace DtcGen.PublicModels.Sources;

/// <summary>Finds the projects of a folder of other people's code.</summary>
internal static class ProjectFolders
{
    private static readonly string[] Implicit =
    [
        "System", "System.Collections.Generic", "System.IO", "System.Linq", "System.Net.Http", "System.Threading",
        "System.Threading.Tasks",
    ];

    /// <summary>The projects in a folder, in the order of their names; files that have no project file are one.</summary>
    public static IReadOnlyList<ProjectFolder> In(string root)
    {
        var files = Directory.GetFiles(root, "*.cs", SearchOption.AllDirectories)
            .Where(file => !Path.GetRelativePath(root, file).Split(Path.DirectorySeparatorChar).Any(static part => part is "bin" or "obj"))
            .Order(StringComparer.Ordinal);
        var nearest = new Dictionary<string, string>(StringComparer.Ordinal);
        return [
            .. files.GroupBy(file => Nearest(Path.GetDirectoryName(file)!, root, nearest))
                .OrderBy(static group => group.Key, StringComparer.Ordinal)
                .Select(static group => Read(group.Key, [.. group]))
        ];
    }

    private static string Nearest(string folder, string root, Dictionary<string, string> known)
    {
        if (!known.TryGetValue(folder, out var nearest))
        {
            nearest = folder == root || Directory.EnumerateFiles(folder, "*.csproj").Any()
                ? folder
                : Nearest(Path.GetDirectoryName(folder)!, root, known);
            known.Add(folder, nearest);
        }

        return nearest;
    }

    private static ProjectFolder Read(string folder, IReadOnlyList<string> files)
    {
        var elements = Directory.GetFiles(folder, "*.csproj").Order(StringComparer.Ordinal).SelectMany(Elements).ToArray();
        var references = Named("ProjectReference")
            .Select(path => Path.GetDirectoryName(Path.GetFullPath(path.Replace('\\', '/'), folder))!);
        var isImplicit = elements.Length == 0
            || elements.Any(static element => element.Name.LocalName == "ImplicitUsings" && element.Value.Trim() is "enable" or "true");
        var usings = elements.Where(static element => element.Name.LocalName == "Using" && element.Attribute("Include") is not null)
            .Select(Directive);
        return new ProjectFolder(
            folder,
            files,
            [.. references.Distinct(StringComparer.Ordinal)],
            [.. (isImplicit ? Implicit.Select(static name => $"global using {name};") : []).Concat(usings)]);

        IEnumerable<string> Named(string name)
            => elements.Where(element => element.Name.LocalName == name)
                .Select(static element => element.Attribute("Include")?.Value)
                .OfType<string>();
    }

    private static string Directive(XElement element)
    {
        var isStatic = Metadata("Static")?.Trim().Equals("true", StringComparison.OrdinalIgnoreCase) == true;
        var alias = Metadata("Alias") is { } name ? $"{name} = " : string.Empty;
        return $"global using {(isStatic ? "static " : string.Empty)}{alias}{element.Attribute("Include")!.Value};";

        string? Metadata(string key)
            => element.Attribute(key)?.Value ?? element.Elements().FirstOrDefault(child => child.Name.LocalName == key)?.Value;
    }

    private static IEnumerable<XElement> Elements(string project)
    {
        try
        {
            return XDocument.Load(project).Descendants();
        }
        catch (XmlException)
        {
            return [];
        }
    }
}
