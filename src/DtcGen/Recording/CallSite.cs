using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace DtcGen.Recording;

/// <summary>
/// What a recorded call is: <c>functional.softmax(input, dim; dtype=null)</c>. Before the semicolon stand the parameters whose
/// arguments were taken, in the order of their evaluation; behind it those that were left out, with their defaults.
/// </summary>
/// <param name="Owner">The type that declares the function, without its namespace.</param>
/// <param name="Function">The function's name.</param>
/// <param name="Parameters">The parameters of the arguments that were taken.</param>
/// <param name="Defaults">The others.</param>
internal sealed record CallSite(
    string Owner, string Function, ImmutableArray<string> Parameters, ImmutableDictionary<string, string> Defaults)
{
    private static readonly ConcurrentDictionary<string, CallSite> Known = new(StringComparer.Ordinal);

    /// <summary>Reads a call's text; the same text is read once.</summary>
    public static CallSite Of(string text) => Known.GetOrAdd(text, static text => Read(text));

    private static CallSite Read(string text)
    {
        var open = text.IndexOf('(');
        var name = text[..open];
        var dot = name.LastIndexOf('.');
        var halves = text[(open + 1)..^1].Split(';');
        var defaults = halves.Length == 1
            ? []
            : halves[1].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return new CallSite(
            name[..dot],
            name[(dot + 1)..],
            [.. halves[0].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)],
            defaults.Select(static item => item.Split('=', 2))
                .ToImmutableDictionary(static pair => pair[0], static pair => pair[1], StringComparer.Ordinal));
    }
}
