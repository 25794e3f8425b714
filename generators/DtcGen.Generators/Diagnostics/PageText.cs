using Microsoft.CodeAnalysis;

namespace DtcGen.Generators.Diagnostics;

/// <summary>
/// What a diagnostic's page says of the cause and the fix, read when an editor shows it: it is there in every build, with or without
/// an address to link to.
/// </summary>
internal sealed class PageText(string id) : LocalizableString
{
    private readonly string _id = id;

    protected override string GetText(IFormatProvider? formatProvider)
    {
        using var stream = typeof(PageText).Assembly.GetManifestResourceStream($"{_id}.md");
        using var reader = new StreamReader(stream);
        var page = reader.ReadToEnd().Replace("\r\n", "\n");
        return $"{Section(page, "Cause")}\n\nFix\n\n{Section(page, "Fix")}";
    }

    protected override int GetHash() => StringComparer.Ordinal.GetHashCode(_id);

    protected override bool AreEqual(object? other) => other is PageText text && text._id == _id;

    private static string Section(string page, string heading)
    {
        var start = page.IndexOf($"## {heading}\n", StringComparison.Ordinal) + $"## {heading}\n".Length;
        var end = page.IndexOf("\n## ", start, StringComparison.Ordinal);
        var lines = page.Substring(start, (end < 0 ? page.Length : end) - start).Split('\n');
        return string.Join("\n", lines.Where(static line => !line.StartsWith("```", StringComparison.Ordinal))).Trim();
    }
}
