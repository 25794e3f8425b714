// Writes the table of ONNX's operators that the checker reads, from the operator schemas that the ONNX project publishes:
//   dotnet run eng/operators.cs -- Changelog.md Changelog-ml.md OLDER.md ContribOperators.md > \
//     src/DtcGen.Onnx.Files/Checking/operators.txt
// From the ONNX project's main branch: docs/Changelog.md and docs/Changelog-ml.md. OLDER.md is docs/Changelog.md of its
// branch rel-1.17.0: an operator that was withdrawn in hindsight is told there alone, and files hold it. From ONNX
// Runtime's repository: docs/ContribOperators.md, of which names alone are taken.
// Facts only: names, types, counts; no descriptions. A name on standard error is a section that is not understood.
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

const string Head = """
    # The operators of ONNX, one line for each version, by domain; written by eng/operators.cs.
    #   @ DOMAIN NEWEST      the operators that follow are this domain's; the newest set that is known
    #   =NUMBER TYPES        a set of types; a bare name is a tensor of it
    #   NAME SINCE[-?];INPUTS;OUTPUTS;ATTRIBUTES;TYPES
    # SINCE- is a version from which the operator is withdrawn, SINCE? one that is known by name alone. An input or output
    # is NAME:TYPE, where TYPE is a type variable or a type; NAME? may be left out, NAME*2 is two or more of one type,
    # NAME~2 two or more of any types. An attribute is NAME:TYPE, NAME! a required one, NAME= one with a default; its type
    # is f float, i int, s string, t tensor, g graph, sp sparse tensor, tp type, or a list of them: fs is ss ts gs tps.
    # TYPES says which set of types each variable stands for.
    """;
Dictionary<string, int> newest = new() { ["ai.onnx"] = 26, ["ai.onnx.ml"] = 5, ["ai.onnx.preview.training"] = 1 };
var sets = new Dictionary<string, int>();
var tables = newest.Keys.ToDictionary(static domain => domain, static _ => new SortedDictionary<(string Name, int Since), string>());
foreach (var part in args.SelectMany(static path => File.ReadAllText(path).Split("\n### ").Skip(1)))
{
    var title = Regex.Match(part, "<a name=\"(?:(?<domain>[a-z.]+)\\.)?(?<name>[A-Za-z0-9_]+)-(?<since>[0-9]+)\">");
    var domain = title.Groups["domain"] is { Success: true, Value: var named } ? named : "ai.onnx";
    var since = int.Parse(title.Groups["since"].Value, CultureInfo.InvariantCulture);
    if (newest.TryGetValue(domain, out var last) && since <= last)
    {
        var key = (title.Groups["name"].Value, since);
        if (!tables[domain].TryGetValue(key, out var known) || known.EndsWith("-;;;;", StringComparison.Ordinal))
        {
            tables[domain][key] = Line(key.Item1, since, part);
        }
    }
}

Console.WriteLine(Head);
foreach (var (types, number) in sets)
{
    Console.WriteLine($"={number} {types}");
}

// ONNX Runtime writes these into ONNX's own domain.
foreach (var name in new[] { "SimplifiedLayerNormalization", "LayerNormalization", "MemcpyFromHost", "MemcpyToHost" })
{
    tables["ai.onnx"][(name, 1)] = $"{name} 1?";
}

foreach (var (domain, lines) in tables)
{
    Console.WriteLine($"@ {domain} {newest[domain]}");
    foreach (var line in lines.Values)
    {
        Console.WriteLine(line);
    }
}

// What ONNX Runtime writes for itself when it optimises a model, known by name alone. It does not publish the second
// domain's operators.
var contrib = args.SelectMany(static path => Regex.Matches(File.ReadAllText(path), "href=\"#com\\.microsoft\\.([A-Za-z0-9]+)\""));
Names("com.microsoft", contrib.Select(static link => link.Groups[1].Value));
Names(
    "com.microsoft.nchwc",
    ["Conv", "MaxPool", "AveragePool", "GlobalMaxPool", "GlobalAveragePool", "ReorderInput", "ReorderOutput", "Upsample"]);

static void Names(string domain, IEnumerable<string> names)
{
    Console.WriteLine($"@ {domain} 1");
    foreach (var name in names.Distinct().Order(StringComparer.Ordinal))
    {
        Console.WriteLine($"{name} 1?");
    }
}

string Line(string name, int since, string part)
{
    var withdrawn = part.Contains("This version of the operator has been deprecated", StringComparison.Ordinal) ? "-" : "";
    var sections = new Dictionary<string, (string Counts, List<(string Name, string Notes, string Type)> Entries)>();
    foreach (var text in part.Split("\n#### ").Skip(1))
    {
        var heading = Regex.Match(text, @"^(?<title>[A-Za-z ]+?)(?: \((?<counts>[^)]*)\))?\n");
        var entries = Regex.Matches(
            text,
            @"^<dt><tt>(?<name>[^<]+)</tt>(?: \((?<notes>[a-z, -]+)\))? : (?<type>.*?)</dt>$",
            RegexOptions.Multiline | RegexOptions.Singleline);
        sections[heading.Groups["title"].Value] = (
            heading.Groups["counts"].Value,
            [.. entries.Select(static e => (e.Groups["name"].Value, e.Groups["notes"].Value, e.Groups["type"].Value))]);
    }

    var known = new[] { "Version", "Attributes", "Inputs", "Outputs", "Type Constraints", "Examples", "Function Body" };
    foreach (var odd in sections.Keys.Except(known))
    {
        Console.Error.WriteLine($"{name}-{since}: {odd}");
    }

    (string Counts, List<(string Name, string Notes, string Type)> Entries) Section(string title)
        => sections.GetValueOrDefault(title, ("", []));
    return string.Join(
        ';',
        $"{name} {since}{withdrawn}",
        Values(Section("Inputs")),
        Values(Section("Outputs")),
        string.Join(' ', Section("Attributes").Entries.Select(Attribute)),
        string.Join(' ', Section("Type Constraints").Entries.Select(t => $"{t.Name}:{Set(t.Type)}")));
}

static string Values((string Counts, List<(string Name, string Notes, string Type)> Entries) section)
{
    var text = new StringBuilder();
    foreach (var (name, notes, type) in section.Entries)
    {
        var fewest = section.Counts.Split(" - ")[0] is { Length: > 0 } count ? int.Parse(count, CultureInfo.InvariantCulture) : 1;
        var mark = notes.Contains("variadic", StringComparison.Ordinal)
            ? $"{(notes.Contains("heterogeneous", StringComparison.Ordinal) ? '~' : '*')}{Math.Max(0, fewest - section.Entries.Count + 1)}"
            : notes.Contains("optional", StringComparison.Ordinal) ? "?" : "";
        text.Append(text.Length > 0 ? " " : "").Append(name.Replace(' ', '_')).Append(mark).Append(':').Append(Type(type));
    }

    return text.ToString();
}

static string Attribute((string Name, string Notes, string Type) attribute)
{
    var kind = Regex.Match(attribute.Type, @"^(?<list>list of )?(?<one>[a-z_]+?)s?(?: \((?<more>.*)\))?$", RegexOptions.Singleline);
    var code = kind.Groups["one"].Value switch
    {
        "float" => "f",
        "int" => "i",
        "string" => "s",
        "tensor" => "t",
        "graph" => "g",
        "sparse_tensor" => "sp",
        "type_proto" => "tp",
        var other => throw new FormatException($"Attribute {attribute.Name} has a type that is not known: {other}"),
    };
    var more = kind.Groups["more"].Value;
    var mark = more == "required" ? "!" : more.StartsWith("default", StringComparison.Ordinal) ? "=" : "";
    return $"{attribute.Name}{mark}:{code}{(kind.Groups["list"].Success ? "s" : "")}";
}

int Set(string types)
{
    var named = string.Join(' ', Regex.Split(Type(types), @",(?![^(]*\))").Order(StringComparer.Ordinal));
    return sets.TryGetValue(named, out var number) ? number : sets[named] = sets.Count + 1;
}

static string Type(string type)
    => Regex.Replace(type, @"(?<![a-z_])tensor\((?<entries>[a-z0-9]+)\)", "${entries}").Replace(" ", "", StringComparison.Ordinal);
