using System.Globalization;
using System.Text.RegularExpressions;

namespace DtcGen.Generators.Tests.Harness;

/// <summary>
/// Reads a file of the folder Networks: the comment that it opens with says what the network shows, what it takes, and what
/// is expected of it. Networks/README.md tells how it is written.
/// </summary>
internal static partial class NetworkFile
{
    // Begins a line that goes on with the one before.
    private const string GoesOn = "//   ";

    /// <summary>Reads a file.</summary>
    /// <param name="name">The network's name.</param>
    /// <param name="text">The file.</param>
    /// <exception cref="FormatException">A line of the comment says nothing that is known, or one that every file has
    /// is missing.</exception>
    public static Network Read(string name, string text)
    {
        text = text.ReplaceLineEndings("\n");
        string? summary = null;
        List<NetworkInput> inputs = [];
        List<NetworkGroup> groups = [];
        List<PinnedNeurons> stays = [];
        SizeFormula? size = null;
        foreach (var (number, line) in Comment(text))
        {
            try
            {
                var match = KeyAndValue().Match(line);
                var value = match.Groups["value"].Value;
                switch (match.Groups["key"].Value)
                {
                    case "" when summary is null && line.StartsWith("// ", StringComparison.Ordinal):
                        summary = line[3..];
                        break;
                    case "input" when summary is not null && inputs.Count == 0:
                        inputs.AddRange(value.Split(" | ").Select(Input));
                        break;
                    case [_] letter when inputs.Count > 0 && size is null && letter == LetterOf(groups.Count):
                        groups.Add(Group(letter, value));
                        break;
                    case "stays" when inputs.Count > 0 && size is null:
                        stays.Add(Stays(value));
                        break;
                    case "size" when inputs.Count > 0 && size is null:
                        size = SizeFormula.Parse(value, groups);
                        break;
                    default:
                        throw new FormatException(
                            $"expected what the network shows, and then 'input: ', 'a: ' and so on for each group, 'stays: ' for each layer, and 'size: ', not '{line}'");
                }
            }
            catch (FormatException exception)
            {
                throw new FormatException($"Networks/{name}.cs, line {number}: {exception.Message}", exception);
            }
        }

        return summary is not null && size is not null
            ? new Network(name, summary, text, inputs, groups, stays, size)
            : throw new FormatException($"Networks/{name}.cs: expected to open with a comment that ends with 'size: '");
    }

    /// <summary>What a group's number of neurons is called.</summary>
    /// <param name="index">The group's place.</param>
    public static string LetterOf(int index) => ((char)('a' + index)).ToString();

    // The comment's lines with their numbers, those that go on joined.
    private static List<(int Number, string Line)> Comment(string text)
    {
        List<(int Number, string Line)> lines = [];
        var number = 0;
        foreach (var line in text.Split('\n').TakeWhile(static line => line.StartsWith("//", StringComparison.Ordinal)))
        {
            number++;
            if (lines.Count > 0 && line.StartsWith(GoesOn, StringComparison.Ordinal))
            {
                lines[^1] = (lines[^1].Number, $"{lines[^1].Line} {line[GoesOn.Length..]}");
            }
            else
            {
                lines.Add((number, line));
            }
        }

        return lines;
    }

    private static NetworkInput Input(string text)
        => InputText().Match(text) is { Success: true } match
            ? new NetworkInput(
                [.. match.Groups["size"].Captures.Select(Number)],
                match.Groups["below"].Captures.Select(static below => (long?)Number(below)).FirstOrDefault())
            : throw new FormatException($"expected an input, 'float 3,8,8', or 'long 6 32' for 6 indices below 32, not '{text}'");

    private static NetworkGroup Group(string letter, string text)
    {
        if (GroupText().Match(text) is not { Success: true } match)
        {
            throw new FormatException($"expected a group, '6 channels: conv> norm= fc< (each 25, from 50)', not '{text}'");
        }

        var members = match.Groups["member"].Captures.Select(static member => MemberText().Match(member.Value)).ToArray();
        if (Array.Find(members, static member => !member.Success) is not null || members[0].Groups["role"].Value != ">")
        {
            throw new FormatException(
                $"expected members, the first of which makes the neurons, 'conv> norm= fc< (each 25, from 50)', not '{text}'");
        }

        return new NetworkGroup(
            letter,
            Number(match.Groups["count"]),
            match.Groups["unit"].Value,
            string.Join(' ', members.Select(static member => member.Groups["layer"].Value + member.Groups["role"].Value)),
            [.. members.Where(static member => member.Groups["role"].Value == "<").Select(Taken)]);
    }

    private static Taken Taken(Match member)
    {
        var taken = new Taken(member.Groups["layer"].Value);
        foreach (var (word, number) in member.Groups["word"].Captures.Zip(
            member.Groups["number"].Captures, static (word, number) => (word.Value, Number(number))))
        {
            taken = word switch
            {
                "each" => taken with { Each = number },
                "from" => taken with { Offset = number },
                _ => taken with { Repeats = number },
            };
        }

        return taken;
    }

    private static PinnedNeurons Stays(string text)
        => text.Split(": ", 2) is [var layer, var reason]
            ? new PinnedNeurons(layer, reason)
            : throw new FormatException($"expected a layer and why its neurons stay, 'fc: they are the model's output', not '{text}'");

    private static long Number(Capture text) => long.Parse(text.Value, NumberStyles.None, CultureInfo.InvariantCulture);

    [GeneratedRegex("^// (?<key>input|stays|size|[a-z]): (?<value>.+)$", RegexOptions.ExplicitCapture)]
    private static partial Regex KeyAndValue();

    [GeneratedRegex(
        "^(float (?<size>[0-9]+)(,(?<size>[0-9]+))*|long (?<size>[0-9]+)(,(?<size>[0-9]+))* (?<below>[0-9]+))$",
        RegexOptions.ExplicitCapture)]
    private static partial Regex InputText();

    [GeneratedRegex(@"^(?<count>[0-9]+) (?<unit>neuron|channel|head)s:( (?<member>[^ ()]+( \([^()]*\))?))+$", RegexOptions.ExplicitCapture)]
    private static partial Regex GroupText();

    [GeneratedRegex(
        @"^(?<layer>[\w.]+)(?<role>[>=<])( \((?<word>each|from|repeated) (?<number>[0-9]+)(, (?<word>each|from|repeated) (?<number>[0-9]+))*\))?$",
        RegexOptions.ExplicitCapture)]
    private static partial Regex MemberText();
}
