namespace DtcGen.Benchmarks;

/// <summary>
/// The part of a page that a command writes: everything between <c>&lt;!-- begin NAME --&gt;</c> and
/// <c>&lt;!-- end NAME --&gt;</c>, each on a line of its own.
/// </summary>
internal static class MarkedBlock
{
    /// <summary>Puts new content into the block, or returns null when the page has no such block.</summary>
    public static string? Replace(string page, string name, string content)
        => Find(page, name) is var (start, stop) ? page[..start] + content + page[stop..] : null;

    /// <summary>The block's content, or null when the page has no such block.</summary>
    public static string? Read(string page, string name) => Find(page, name) is var (start, stop) ? page[start..stop] : null;

    private static (int Start, int Stop)? Find(string page, string name)
    {
        string begin = $"<!-- begin {name} -->\n", end = $"<!-- end {name} -->";
        var start = page.IndexOf(begin, StringComparison.Ordinal);
        if (start < 0)
        {
            return null;
        }

        start += begin.Length;
        var stop = page.IndexOf(end, start, StringComparison.Ordinal);
        return stop < 0
            ? throw new InvalidDataException($"The block '{name}' begins but has no line '{end}'.")
            : (start, stop);
    }
}
