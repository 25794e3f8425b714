namespace DtcGen.Sweeps;

/// <summary>Whether results come from one and the same code.</summary>
internal static class Builds
{
    /// <summary>What to say where they do not; nothing where they do.</summary>
    /// <param name="results">The results.</param>
    public static IReadOnlyList<string> Remarks(IReadOnlyList<CellResult> results)
    {
        var builds = results.GroupBy(static r => (r.Origin.Program, r.Origin.Version, r.Origin.Build)).ToArray();
        var packages = results.SelectMany(static r => r.Origin.Packages).Where(p => p.Key != results[0].Origin.Program)
            .GroupBy(static p => p.Key, static p => p.Value).Where(static g => g.Distinct().Count() > 1).ToArray();
        List<string> remarks = [];
        if (builds.Length > 1)
        {
            remarks.Add("Attention: the results come from different builds of the program: " + string.Join("; ", builds.Select(static b =>
                $"{b.Key.Program} {b.Key.Version} ({b.Key.Build[..Math.Min(8, b.Key.Build.Length)]}): cells {CellList.Format(b.Select(static r => r.Number))}")));
        }

        if (packages.Length > 0)
        {
            remarks.Add("Attention: the results come from different versions of packages: " + string.Join(
                "; ", packages.Select(static p => $"{p.Key} {string.Join(", ", p.Distinct().Order(StringComparer.Ordinal))}")));
        }

        return remarks;
    }
}
