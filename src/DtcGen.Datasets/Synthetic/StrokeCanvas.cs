namespace DtcGen.Datasets;

/// <summary>Draws lines with round ends, anti-aliased: a pixel's ink falls off over one pixel at the line's edge.</summary>
internal sealed class StrokeCanvas(int side)
{
    private readonly double[] ink = new double[side * side];

    /// <summary>The ink on each pixel, 0 to 1, row by row.</summary>
    public ReadOnlySpan<double> Ink => ink;

    /// <summary>Removes all ink.</summary>
    public void Clear() => Array.Clear(ink);

    /// <summary>Draws a line between two points, in pixels; (0, 0) is the upper left pixel's centre.</summary>
    public void DrawLine((double X, double Y) from, (double X, double Y) to, double radius)
    {
        double reach = radius + 0.5;
        int left = Math.Max(0, (int)Math.Ceiling(Math.Min(from.X, to.X) - reach));
        int right = Math.Min(side - 1, (int)Math.Floor(Math.Max(from.X, to.X) + reach));
        int top = Math.Max(0, (int)Math.Ceiling(Math.Min(from.Y, to.Y) - reach));
        int bottom = Math.Min(side - 1, (int)Math.Floor(Math.Max(from.Y, to.Y) + reach));

        double dx = to.X - from.X;
        double dy = to.Y - from.Y;
        double squaredLength = dx * dx + dy * dy;
        for (int y = top; y <= bottom; y++)
        {
            for (int x = left; x <= right; x++)
            {
                double along = squaredLength == 0 ? 0 : Math.Clamp(((x - from.X) * dx + (y - from.Y) * dy) / squaredLength, 0, 1);
                double offX = x - (from.X + along * dx);
                double offY = y - (from.Y + along * dy);
                double coverage = Math.Clamp(reach - Math.Sqrt(offX * offX + offY * offY), 0, 1);
                ref double pixel = ref ink[y * side + x];
                pixel = Math.Max(pixel, coverage);
            }
        }
    }
}
