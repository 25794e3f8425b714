using System.Globalization;

namespace DtcGen;

/// <summary>What the fit of the output's layer did to the loss, the mean over the calibration's samples.</summary>
/// <param name="Before">After the clip and all refits.</param>
/// <param name="After">After the fit.</param>
public sealed record FittedLoss(double Before, double After)
{
    /// <summary>As <c>0.41 to 0.28</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Before:G4} to {After:G4}");
}
