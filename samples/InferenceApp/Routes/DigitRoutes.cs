namespace DtcGen.Samples.InferenceApp;

/// <summary>The gallery, a few digits at a time.</summary>
internal static class DigitRoutes
{
    private const int Most = 100;

    public static void Map(IEndpointRouteBuilder app)
        => app.MapGet("/digits", (DigitGallery gallery, int skip = 0, int take = 20) =>
            new DigitPage(gallery.Source, gallery.Digits.Count, [.. gallery.Digits.Skip(skip).Take(Math.Clamp(take, 0, Most))]))
            .WithName("Digits").WithSummary("Digits to try the models on; pixels are 28 × 28 bytes in base 64.");

    private sealed record DigitPage(string Source, int Total, IReadOnlyList<Digit> Digits);
}
