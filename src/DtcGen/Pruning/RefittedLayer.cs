using System.Globalization;

namespace DtcGen;

/// <summary>
/// What became of a layer that lost inputs, on the calibration's batches: how far what it computes is from what it computed before,
/// as a share of that (norms).
/// </summary>
/// <param name="Layer">The layer.</param>
/// <param name="Cut">The residual when nothing but the clip is done; null where it was not refitted.</param>
/// <param name="Refitted">
/// The residual after the refit: but for the ridge, no other weights leave less. Null where it was not refitted.
/// </param>
/// <param name="Refusal">Why it was not refitted; null where it was.</param>
public sealed record RefittedLayer(string Layer, double? Cut, double? Refitted, string? Refusal = null)
{
    /// <summary>As <c>fc2: 0.31 lost by the clip, 0.08 after the refit</c>.</summary>
    public override string ToString() => Refusal is null
        ? string.Create(CultureInfo.InvariantCulture, $"{Layer}: {Cut:G4} lost by the clip, {Refitted:G4} after the refit")
        : $"{Layer}: not refitted, {Refusal}";

    internal static RefittedLayer Of(string layer, double cut, double refitted, double all)
        => new(layer, Share(cut, all), Share(refitted, all));

    private static double Share(double lost, double all) => all > 0 ? Math.Sqrt(lost / all) : 0;
}
