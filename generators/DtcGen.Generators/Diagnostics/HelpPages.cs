using System.Reflection;

namespace DtcGen.Generators.Diagnostics;

/// <summary>Where the pages of docs/diagnostics are on the web.</summary>
internal static class HelpPages
{
    // Stamped by the build from the MSBuild property RepositoryUrl.
    private static readonly string? Repository = typeof(HelpPages).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .FirstOrDefault(static metadata => metadata.Key == "RepositoryUrl")?.Value?.TrimEnd('/');

    /// <summary>
    /// The address of a diagnostic's page, or null in a build that was not told where the repository is: no link is
    /// better than a dead one.
    /// </summary>
    public static string? Address(string id)
        => string.IsNullOrEmpty(Repository) ? null : $"{Repository}/blob/main/docs/diagnostics/{id}.md";
}
