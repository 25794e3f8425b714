namespace DtcGen.Generators.Tests.Operations;

/// <summary>What stands around an operation, and the kind of value that it works on.</summary>
/// <param name="Name">What the operation works on.</param>
/// <param name="Input">The shape of one sample.</param>
/// <param name="First">The layer whose neurons reach the operation.</param>
/// <param name="Last">The layer behind it.</param>
internal sealed record Surroundings(string Name, long[] Input, string First, string Last)
{
    /// <summary>Features of a sample.</summary>
    public static Surroundings Features { get; } = new("features", [6], "Linear(6, 8)", "Linear(8, 3)");

    /// <summary>Channels of an image.</summary>
    public static Surroundings Image { get; } = new("image", [3, 6, 6], "Conv2d(3, 8, 3, padding: 1)", "Conv2d(8, 3, 1)");

    /// <summary>Channels of a signal.</summary>
    public static Surroundings Signal { get; } = new("signal", [2, 12], "Conv1d(2, 8, 3, padding: 1)", "Conv1d(8, 3, 1)");

    /// <summary>Features of each item of a sequence, as text and patches have them.</summary>
    public static Surroundings Sequence { get; } = new("sequence", [5, 6], "Linear(6, 8)", "Linear(8, 3)");

    /// <summary>A sequence of words, by their numbers.</summary>
    public static Surroundings Words { get; } = new("words", [5], "Embedding(11, 8)", "Linear(8, 3)");

    /// <summary>How the value comes from the input.</summary>
    public string Call { get; init; } = "first.call(input)";
}
