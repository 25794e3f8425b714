using System.CommandLine;
using System.CommandLine.Parsing;

namespace DtcGen.Commands;

/// <summary>Options that take a whole number within bounds.</summary>
internal static class CountOption
{
    /// <summary>Makes one.</summary>
    /// <param name="name">The option's name.</param>
    /// <param name="standard">Its value when it is not given.</param>
    /// <param name="least">The smallest value allowed.</param>
    /// <param name="most">The largest value allowed.</param>
    /// <param name="description">What it is for.</param>
    public static Option<int> Create(string name, int standard, int least, int most, string description)
    {
        var option = new Option<int>(name) { Description = description, HelpName = "N", DefaultValueFactory = _ => standard };
        option.Validators.Add(result => RequireRange(result, least, most));
        return option;
    }

    private static void RequireRange(OptionResult result, int least, int most)
    {
        if (result.Tokens.Count > 0 && int.TryParse(result.Tokens[0].Value, out var value) && (value < least || value > most))
        {
            result.AddError($"{result.Option.Name}: {value} is out of range; give a whole number from {least} to {most}.");
        }
    }
}
