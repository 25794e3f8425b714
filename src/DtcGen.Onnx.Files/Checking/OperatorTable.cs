using System.Globalization;
using static DtcGen.Onnx.Proto.AttributeProto.Types;

namespace DtcGen.Onnx;

/// <summary>The operators that are known, read from operators.txt. An operator's line is taken apart when it is first asked for.</summary>
internal static class OperatorTable
{
    private const string Resource = "operators.txt";

    private static readonly Lazy<Content> Read = new(ReadContent);

    /// <summary>The domains whose operators are known, with the newest operator set of each. The format's own is empty.</summary>
    public static IReadOnlyDictionary<string, int> Domains => Read.Value.Domains;

    /// <summary>The schema in force at an operator set, or null when there is none or it is withdrawn.</summary>
    public static OperatorSchema? Find(string domain, string name, long opset)
        => All(domain, name).LastOrDefault(s => s.Since <= opset) is { Status: not OperatorStatus.Withdrawn } found ? found : null;

    /// <summary>Every version of an operator, from the oldest on; none for an unknown one.</summary>
    public static IReadOnlyList<OperatorSchema> All(string domain, string name)
        => Read.Value.Operators.TryGetValue((domain, name), out var versions) ? versions.Value : [];

    /// <summary>Every operator of every domain.</summary>
    public static IEnumerable<(string Domain, string Name)> Names() => Read.Value.Operators.Keys;

    private static Content ReadContent()
    {
        using var stream = typeof(OperatorTable).Assembly.GetManifestResourceStream(Resource)!;
        using var reader = new StreamReader(stream);
        var domains = new Dictionary<string, int>(StringComparer.Ordinal);
        var sets = new Dictionary<string, IReadOnlySet<string>>(StringComparer.Ordinal);
        var lines = new Dictionary<(string Domain, string Name), List<string>>();
        var domain = "";
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0 || line[0] == '#')
            {
                continue;
            }

            var words = line.Split(' ');
            if (line[0] == '=')
            {
                sets.Add(words[0][1..], words.Skip(1).ToHashSet(StringComparer.Ordinal));
            }
            else if (line[0] == '@')
            {
                domain = ModelCheck.Domain(words[1]);
                domains.Add(domain, Number(words[2]));
            }
            else
            {
                (lines.TryGetValue((domain, words[0]), out var known) ? known : lines[(domain, words[0])] = []).Add(line);
            }
        }

        return new Content(domains, lines.ToDictionary(
            static l => l.Key,
            l => new Lazy<IReadOnlyList<OperatorSchema>>(
                () => [.. l.Value.Select(line => Parse(line, sets)).OrderBy(static s => s.Since)])));
    }

    private static OperatorSchema Parse(string line, Dictionary<string, IReadOnlySet<string>> sets)
    {
        var parts = line.Split(';');
        var title = parts[0].Split(' ');
        var status = title[1][^1] switch
        {
            '-' => OperatorStatus.Withdrawn,
            '?' => OperatorStatus.NameAlone,
            _ => OperatorStatus.InForce,
        };
        string[] Words(int part) => part < parts.Length ? parts[part].Split(' ', StringSplitOptions.RemoveEmptyEntries) : [];
        return new OperatorSchema(
            title[0],
            Number(title[1].TrimEnd('-', '?')),
            status,
            [.. Words(1).Select(ParseValue)],
            [.. Words(2).Select(ParseValue)],
            Words(3).Select(ParseAttribute).ToDictionary(static a => a.Name, StringComparer.Ordinal),
            Words(4).Select(static w => w.Split(':')).ToDictionary(static w => w[0], w => sets[w[1]], StringComparer.Ordinal));
    }

    private static OperatorValue ParseValue(string word)
    {
        var colon = word.IndexOf(':');
        var (name, type) = (word[..colon], word[(colon + 1)..]);
        var mark = name.IndexOfAny(['*', '~']);
        return mark >= 0
            ? new OperatorValue(
                name[..mark],
                type,
                name[mark] == '*' ? OperatorValueKind.Variadic : OperatorValueKind.VariadicOfAnyTypes,
                Number(name[(mark + 1)..]))
            : new OperatorValue(name.TrimEnd('?'), type, name[^1] == '?' ? OperatorValueKind.Optional : OperatorValueKind.Required, 0);
    }

    private static OperatorAttribute ParseAttribute(string word)
    {
        var parts = word.Split(':');
        return new OperatorAttribute(parts[0].TrimEnd('!', '='), AttributeTypeOf(parts[1]), parts[0][^1] == '!', parts[0][^1] == '=');
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    private static AttributeType AttributeTypeOf(string code) => code switch
    {
        "f" => AttributeType.Float,
        "i" => AttributeType.Int,
        "s" => AttributeType.String,
        "t" => AttributeType.Tensor,
        "g" => AttributeType.Graph,
        "sp" => AttributeType.SparseTensor,
        "tp" => AttributeType.TypeProto,
        "fs" => AttributeType.Floats,
        "is" => AttributeType.Ints,
        "ss" => AttributeType.Strings,
        "ts" => AttributeType.Tensors,
        "gs" => AttributeType.Graphs,
        "tps" => AttributeType.TypeProtos,
        _ => throw new FormatException($"{Resource} has an attribute type '{code}' that is none."),
    };

    private sealed record Content(
        IReadOnlyDictionary<string, int> Domains,
        IReadOnlyDictionary<(string Domain, string Name), Lazy<IReadOnlyList<OperatorSchema>>> Operators);
}
