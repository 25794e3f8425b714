using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;

namespace TorchSharp.Managed.Tests.Goldens;

/// <summary>What is there, and what checks it, for every member of the contract.</summary>
internal sealed class CoverageTable
{
    private const BindingFlags Any = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.FlattenHierarchy;

    private readonly string[] sources;

    internal CoverageTable(string repository)
    {
        string testFolder = Path.Combine(repository, "tests", "TorchSharp.Managed.Tests");
        sources = [.. Directory.EnumerateFiles(testFolder, "*.cs", SearchOption.AllDirectories)
            .Where(static f => !f.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}") && !f.Contains($"{Path.DirectorySeparatorChar}Goldens{Path.DirectorySeparatorChar}"))
            .Select(File.ReadAllText)];
        Members = [.. File.ReadLines(Path.Combine(testFolder, "Goldens", "contract.txt")).Select(static l => l.Split('|')).Select(p => Row(p[0], p[1]))];
    }

    internal IReadOnlyList<CoverageRow> Members { get; }

    internal string Markdown()
    {
        var text = new StringBuilder();
        text.Append("""
            # What of TorchSharp's API is here, and what checks it

            Written by a test of TorchSharp.Managed.Tests, which fails when this page and the code disagree, and when a member has nothing that checks it.

            - *forward*, *gradient*: the number of golden cases, computed by PyTorch 1.13, whose values and gradients this spelling reproduces, each in single precision, in double precision, and on strided memory. "none" under *gradient*: the operation has no gradient.
            - *tests*: for members that compute nothing of their own (properties, lifetimes, registration), whether a test uses them.


            """);
        foreach (IGrouping<string, CoverageRow> section in Members.GroupBy(static m => m.Section))
        {
            text.Append($"## {section.Key.Replace("<", "\\<", StringComparison.Ordinal)}\n\n| member | forward | gradient | golden | tests |\n| --- | --- | --- | --- | --- |\n");
            foreach (CoverageRow row in section)
            {
                text.Append(row.Golden.Count > 0
                    ? $"| {row.Name} | {row.Forward} | {(row.Gradient > 0 ? row.Gradient : "none")} | {string.Join(", ", row.Golden)} | |\n"
                    : $"| {row.Name} | | | | {(row.IsHole ? "**HOLE**" : row.IsTested ? "yes" : "for derived classes")} |\n");
            }

            text.Append('\n');
        }

        return text.ToString().TrimEnd('\n') + "\n";
    }

    private CoverageRow Row(string section, string name)
    {
        string member = $"{section}.{name}";
        string[] golden = [.. OperationTable.Instance.Operations.Where(o => OperationTable.Instance.Of(o).Any(s => s.Member == member)).Order(StringComparer.Ordinal)];
        GoldenCase[] cases = [.. golden.SelectMany(static o => GoldenFile.Cases[o])];
        return new CoverageRow(section, name, Exists(section, name), golden, cases.Length, cases.Count(static c => c.HasGradients), IsTested(section, name));
    }

    /// <summary>Whether a test uses a member by its name.</summary>
    private bool IsTested(string section, string name)
    {
        string type = section[(section.LastIndexOf('.') + 1)..].Split('<')[0];
        string pattern = name switch
        {
            "this[]" => @"\w\[",
            "GetEnumerator" => "foreach",
            "Equals" => "Assert.Equal",
            "_to" => @"\.to\(",
            _ when name == type => $@"\b{name}(<\w+>)?\b",
            _ => $@"\b{Regex.Escape(name)}\b",
        };
        return sources.Any(s => Regex.IsMatch(s, pattern));
    }

    private static bool Exists(string section, string name)
    {
        if (Type(section) is not { } type)
        {
            return false;
        }

        string known = name == "this[]" ? "Item" : name;
        bool constructor = known == type.Name.Split('`')[0];
        return constructor ? type.GetConstructors(Any).Length > 0 : HasMember(type, known);
    }

    /// <summary>Private members of base classes are protected to nobody; protected ones are found on the way up.</summary>
    private static bool HasMember(Type? type, string name) =>
        type is not null && (type.GetMember(name, Any).Length > 0 || type.GetInterfaces().Any(i => i.GetMember(name, Any).Length > 0) || HasMember(type.BaseType, name));

    private static Type? Type(string section)
    {
        string[] generic = section.Split('<');
        string arity = generic.Length > 1 ? $"`{generic[1].Count(static c => c == ',') + 1}" : "";
        string[] path = generic[0].Split('.');
        string nested = $"TorchSharp.{string.Join('+', path)}{arity}";
        string plain = $"TorchSharp.{string.Join('.', path)}{arity}";
        Assembly assembly = typeof(torch).Assembly;
        return assembly.GetType(nested) ?? assembly.GetType(plain);
    }
}
