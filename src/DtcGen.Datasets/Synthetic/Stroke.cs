namespace DtcGen.Datasets;

/// <summary>One movement of the pen, through points of a unit square with y pointing down.</summary>
/// <param name="Kind">How the points are joined.</param>
/// <param name="Points">The points, in the pen's order.</param>
internal sealed record Stroke(StrokeKind Kind, params (double X, double Y)[] Points)
{
    private const int StepsPerSpan = 6;

    /// <summary>The stroke as a polyline.</summary>
    public IReadOnlyList<(double X, double Y)> Flatten(IReadOnlyList<(double X, double Y)> points)
    {
        if (Kind == StrokeKind.Straight)
        {
            return points;
        }

        var closed = Kind == StrokeKind.Loop;
        var spans = closed ? points.Count : points.Count - 1;
        var line = new List<(double X, double Y)>(spans * StepsPerSpan + 1);
        for (var span = 0; span < spans; span++)
        {
            var (a, b, c, d) = (At(span - 1), At(span), At(span + 1), At(span + 2));
            for (var step = 0; step < StepsPerSpan; step++)
            {
                var t = (double)step / StepsPerSpan;
                line.Add((Interpolate(a.X, b.X, c.X, d.X, t), Interpolate(a.Y, b.Y, c.Y, d.Y, t)));
            }
        }

        line.Add(At(spans));
        return line;

        (double X, double Y) At(int i) => closed
            ? points[(i + points.Count) % points.Count]
            : points[Math.Clamp(i, 0, points.Count - 1)];
    }

    // A Catmull-Rom spline: it passes through its points, with b and c at t = 0 and 1.
    private static double Interpolate(double a, double b, double c, double d, double t)
        => b + 0.5 * t * (c - a + t * (2 * a - 5 * b + 4 * c - d + t * (3 * (b - c) + d - a)));
}
