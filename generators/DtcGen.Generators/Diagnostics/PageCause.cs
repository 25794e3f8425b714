using Microsoft.CodeAnalysis;

namespace DtcGen.Generators.Diagnostics;

/// <summary>What a diagnostic's page gives as its cause, read when an editor shows it.</summary>
internal sealed class PageCause(string id) : LocalizableString
{
    private const string Heading = "## Cause";
    private const string Next = "## Example";

    private readonly string _id = id;

    protected override string GetText(IFormatProvider? formatProvider)
    {
        using var stream = typeof(PageCause).Assembly.GetManifestResourceStream($"{_id}.md");
        using var reader = new StreamReader(stream);
        var page = reader.ReadToEnd();
        var start = page.IndexOf(Heading, StringComparison.Ordinal) + Heading.Length;
        return page.Substring(start, page.IndexOf(Next, StringComparison.Ordinal) - start).Trim();
    }

    protected override int GetHash() => StringComparer.Ordinal.GetHashCode(_id);

    protected override bool AreEqual(object? other) => other is PageCause cause && cause._id == _id;
}
