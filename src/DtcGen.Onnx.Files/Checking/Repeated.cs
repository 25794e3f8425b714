namespace DtcGen.Onnx;

/// <summary>Finds names that are given more than once.</summary>
internal static class Repeated
{
    /// <summary>The names that are there more than once, each with all its occurrences.</summary>
    public static IEnumerable<IGrouping<string, string>> Of(IEnumerable<string> names)
    {
        // Nearly always there are none, and a large model has thousands of names.
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return names.All(seen.Add) ? [] : names.GroupBy(static name => name, StringComparer.Ordinal).Where(static same => same.Count() > 1);
    }
}
