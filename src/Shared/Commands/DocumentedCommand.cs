using System.CommandLine;

namespace DtcGen.Commands;

/// <summary>A command whose help ends with examples and its exit codes.</summary>
/// <param name="name">Its name.</param>
/// <param name="description">What it does.</param>
/// <param name="exitCodes">Its exit codes.</param>
/// <param name="examples">Command lines and what each is for.</param>
internal sealed class DocumentedCommand(string name, string description, string exitCodes, params (string Line, string Purpose)[] examples)
    : Command(name, description)
{
    /// <summary>What stands at the end of a command's help; null for other commands.</summary>
    /// <param name="command">The command.</param>
    public static string? ClosingOf(Command command) => (command as DocumentedCommand)?.Closing;

    private string Closing
        => $"Examples:\n{string.Concat(examples.Select(e => $"  {e.Line}\n      {e.Purpose}\n"))}\n{exitCodes}\n";
}
