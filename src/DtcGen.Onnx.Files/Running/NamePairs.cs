namespace DtcGen.Onnx;

/// <summary>Which of one model's values stands for which of another's.</summary>
/// <param name="ByName">Whether the names are the same, so that equal names go together; else it goes by the place.</param>
/// <param name="Places">Where it goes by name: for each value of the first model the place of its like in the second.</param>
internal sealed record NamePairs(bool ByName, IReadOnlyList<int> Places)
{
    /// <summary>Pairs values.</summary>
    /// <param name="first">The first model's names, in its order.</param>
    /// <param name="second">The second model's.</param>
    public static NamePairs Of(IReadOnlyList<string> first, IReadOnlyList<string> second)
    {
        var names = second.ToList();
        return first.Order(StringComparer.Ordinal).SequenceEqual(second.Order(StringComparer.Ordinal))
            ? new NamePairs(true, [.. first.Select(name => names.IndexOf(name))])
            : new NamePairs(false, []);
    }

    /// <summary>Puts what is in the second model's order into the first's.</summary>
    public IReadOnlyList<T> ToFirst<T>(IReadOnlyList<T> second) => ByName ? [.. Places.Select(place => second[place])] : second;

    /// <summary>Puts what is in the first model's order into the second's.</summary>
    public IReadOnlyList<T> ToSecond<T>(IReadOnlyList<T> first)
        => ByName ? [.. first.Zip(Places).OrderBy(static pair => pair.Second).Select(static pair => pair.First)] : first;
}
