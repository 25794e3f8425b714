namespace DtcGen.Samples.Paper;

/// <summary>What the variants are called.</summary>
internal static class PaperVariants
{
    /// <summary>The name in files and options.</summary>
    /// <param name="variant">The variant.</param>
    public static string Key(this PaperVariant variant) => variant == PaperVariant.Published ? "published" : "described";

    /// <summary>The variant of a name.</summary>
    /// <param name="key">Its name in files and options.</param>
    public static PaperVariant Find(string key) => Enum.GetValues<PaperVariant>().Single(v => v.Key() == key);

    /// <summary>The words that fit behind "the method".</summary>
    /// <param name="variant">The variant.</param>
    public static string Phrase(PaperVariant variant) => variant == PaperVariant.Published ? "as published" : "as described";
}
