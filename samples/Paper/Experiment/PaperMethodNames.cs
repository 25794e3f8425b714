namespace DtcGen.Samples.Paper;

/// <summary>What the methods are called.</summary>
internal static class PaperMethodNames
{
    /// <summary>All methods, in the paper's order.</summary>
    public static IReadOnlyList<PaperMethod> All { get; } = [PaperMethod.Magnitude, PaperMethod.Random, PaperMethod.Dtc];

    /// <summary>The name in files and options.</summary>
    /// <param name="method">The method.</param>
    public static string Key(this PaperMethod method) => method switch
    {
        PaperMethod.Magnitude => "magnitude",
        PaperMethod.Random => "random",
        PaperMethod.Dtc => "dtc",
        _ => throw new ArgumentOutOfRangeException(nameof(method), method, null),
    };

    /// <summary>The name in sentences.</summary>
    /// <param name="method">The method.</param>
    public static string DisplayName(this PaperMethod method) => method == PaperMethod.Dtc ? "DTC" : method.Key();

    /// <summary>The method of a key, or null.</summary>
    /// <param name="key">A name as in options, in any case.</param>
    public static PaperMethod? Find(string key)
        => All.Select(m => (PaperMethod?)m).FirstOrDefault(m => string.Equals(m!.Value.Key(), key, StringComparison.OrdinalIgnoreCase));
}
