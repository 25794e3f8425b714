namespace DtcGen.Datasets;

/// <summary>Draws lines with round ends, anti-aliased: a pixel's ink falls off over one pixel at the line's edge.</summary>
internal sealed class StrokeCanvas(int side)
{
    private readonly double[] _ink = new double[side * side];

    /// <summary>The ink on each pixel, 0 to 1, row by row.</summary>
    public ReadOnlySpan<double> Ink => _ink;

    /// <summary>Removes all ink.</summary>
    public void Clear() => Array.Clear(_ink);

    /// <summary>Draws a line between two points, in pixels; (0, 0) is the upper left pixel's centre.</summary>
    public void DrawLine((double X, double Y) from, (double X, double Y) to, double radius)
    {
        var reach = radius + 0.5;
        var left = Math.Max(0, (int)Math.Ceiling(Math.Min(from.X, to.X) - reach));
        var right = Math.Min(side - 1, (int)Math.Floor(Math.Max(from.X, to.X) + reach));
        var top = Math.Max(0, (int)Math.Ceiling(Math.Min(from.Y, to.Y) - reach));
        var bottom = Math.Min(side - 1, (int)Math.Floor(Math.Max(from.Y, to.Y) + reach));

        var dx = to.X - from.X;
        var dy = to.Y - from.Y;
        var squaredLength = dx * dx + dy * dy;
        for (var y = top; y <= bottom; y++)
        {
            for (var x = left; x <= right; x++)
            {
                var along = squaredLength == 0 ? 0 : Math.Clamp(((x - from.X) * dx + (y - from.Y) * dy) / squaredLength, 0, 1);
                var offX = x - (from.X + along * dx);
                var offY = y - (from.Y + along * dy);
                var coverage = Math.Clamp(reach - Math.Sqrt(offX * offX + offY * offY), 0, 1);
                ref var pixel = ref _ink[y * side + x];
                pixel = Math.Max(pixel, coverage);
            }
        }
    }
}
