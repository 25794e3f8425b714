using System.Text;

namespace DtcGen.Generators.Writing;

/// <summary>Makes C# names out of layers' names, each unique among those that are taken.</summary>
internal sealed class Names(IEnumerable<string> taken)
{
    private readonly HashSet<string> _taken = new(taken, StringComparer.Ordinal);

    public IEnumerable<string> Taken => _taken;

    public string Unique(string name)
    {
        var unique = name;
        for (var i = 2; !_taken.Add(unique); i++)
        {
            unique = $"{name}{i}";
        }

        return unique;
    }

    /// <summary><c>encoder.0.fc_1</c> as <c>Encoder0Fc1</c>.</summary>
    public static string Pascal(string name) => Joined(name, startsUpper: true);

    /// <summary><c>encoder.0.fc_1</c> as <c>encoder0Fc1</c>.</summary>
    public static string Camel(string name) => Joined(name, startsUpper: false);

    private static string Joined(string name, bool startsUpper)
    {
        var text = new StringBuilder();
        var isUpper = startsUpper;
        foreach (var character in name)
        {
            if (!char.IsLetterOrDigit(character))
            {
                isUpper = isUpper || text.Length > 0;
                continue;
            }

            if (text.Length == 0 && char.IsDigit(character))
            {
                text.Append('_');
            }

            text.Append(isUpper ? char.ToUpperInvariant(character) : text.Length == 0 ? char.ToLowerInvariant(character) : character);
            isUpper = false;
        }

        return text.Length == 0 ? "_" : text.ToString();
    }
}
