using System.Globalization;
using System.Text.Json.Serialization;

namespace DtcGen;

/// <summary>
/// What became of a layer that lost inputs, on the calibration's batches: how far what it computes is from what it computed before,
/// as a share of that (norms). Also of a layer that lost none and was fitted to the loss.
/// </summary>
/// <param name="Layer">The layer.</param>
/// <param name="Cut">The residual when nothing but the clip is done; null where it was not refitted.</param>
/// <param name="Refitted">
/// The residual after the refit: but for the ridge, no other weights leave less. Null where it was not refitted. Where the layer was
/// fitted to the loss afterwards, it is from before that.
/// </param>
/// <param name="Refusal">Why it was not refitted; null where it was.</param>
public sealed record RefittedLayer(string Layer, double? Cut, double? Refitted, string? Refusal = null)
{
    /// <summary>Of the layer that was fitted to the loss in the end (<see cref="Reconstruction.FitOutput"/>); null of others.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public FittedLoss? Loss { get; init; }

    /// <summary>As <c>fc2: 0.31 lost by the clip, 0.08 after the refit, loss 0.41 to 0.28</c>.</summary>
    public override string ToString() => $"{Layer}: {Residuals}{(Loss is null ? string.Empty : $", loss {Loss}")}";

    private string Residuals => Refusal is null
        ? string.Create(CultureInfo.InvariantCulture, $"{Cut:G4} lost by the clip, {Refitted:G4} after the refit")
        : $"not refitted, {Refusal}";

    internal static RefittedLayer Of(string layer, double cut, double refitted, double all)
        => new(layer, Share(cut, all), Share(refitted, all));

    private static double Share(double lost, double all) => all > 0 ? Math.Sqrt(lost / all) : 0;
}
