using OxyPlot;

namespace DtcGen.Samples.Paper;

/// <summary>Measures text for SVG: the library measures in points, which browsers show as pixels a third larger.</summary>
/// <param name="width">The figure's width.</param>
/// <param name="height">The figure's height.</param>
internal sealed class SvgText(double width, double height) : PdfRenderContext(width, height, OxyColors.White)
{
    private const double PixelsPerPoint = 96.0 / 72;

    /// <inheritdoc/>
    public override OxySize MeasureText(string text, string fontFamily, double fontSize, double fontWeight)
    {
        var points = base.MeasureText(text, fontFamily, fontSize, fontWeight);
        return new OxySize(points.Width * PixelsPerPoint, points.Height * PixelsPerPoint);
    }
}
