namespace DtcGen.Generators.Grouping;

/// <summary>How many dimensions the values that share it have; once an operation tells, all know.</summary>
internal sealed class Rank
{
    /// <summary>The number, or null while nothing has told it.</summary>
    public int? Count { get; private set; }

    public static Rank Of(int count) => new() { Count = count };

    public static Rank Unknown() => new();

    /// <summary>Learns the number.</summary>
    public void Learn(int count) => Count ??= count;
}
