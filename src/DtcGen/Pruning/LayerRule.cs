using System.IO.Enumeration;

namespace DtcGen;

/// <summary>
/// What is asked of the neurons that certain layers make. Where several rules name a layer, the last that says something counts: a share
/// or a maximum after <see cref="Keep"/> takes it back.
/// </summary>
/// <param name="Layers">The name of a layer, as <c>named_modules()</c> gives it; * stands for any characters, ? for one.</param>
public sealed record LayerRule(string Layers)
{
    /// <summary>True where all of them stay.</summary>
    public bool Keep { get; init; }

    /// <summary>The share of them that stays, whatever the ranking says, in (0, 1]; null leaves it to the budget.</summary>
    public double? Share { get; init; }

    /// <summary>How many stay at least; null for the options' own.</summary>
    public int? Minimum { get; init; }

    /// <summary>How many stay at most; null for any number.</summary>
    public int? Maximum { get; init; }

    /// <summary>What the number that stays is a multiple of; null for the options' own.</summary>
    public int? RoundTo { get; init; }

    internal bool Names(NeuronGroup group)
        => group.Members.Any(
            member => member.Role == NeuronRole.Producer && FileSystemName.MatchesSimpleExpression(Layers, member.Layer, false));

    internal void Check()
    {
        ArgumentException.ThrowIfNullOrEmpty(Layers);
        if (Share is { } share && !(share > 0 && share <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(Share), share, $"The share of '{Layers}' that stays must lie in (0, 1].");
        }

        if (Keep && (Share is not null || Maximum is not null))
        {
            throw new ArgumentException($"The rule for '{Layers}' keeps all neurons, and asks for fewer.");
        }

        if (Minimum < 1 || RoundTo < 1 || Maximum < (Minimum ?? 1))
        {
            throw new ArgumentException(
                $"The rule for '{Layers}' asks for at least {Minimum ?? 1} and at most {Maximum?.ToString() ?? "any number of"} neurons, a multiple of {RoundTo ?? 1}: such numbers are 1 at least, in ascending order.");
        }
    }
}
