namespace DtcGen.Datasets;

/// <summary>A figure in the plane, about 2 units wide around the origin, y pointing down.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Distance">How far a point lies outside; negative inside. Exact operations alone, so the same on every platform.</param>
internal sealed record Shape(string Name, Func<double, double, double> Distance)
{
    private const double HalfDiagonal = 0.7071067811865476;

    /// <summary>The ten classes. A mirror image of each is of the same class.</summary>
    public static IReadOnlyList<Shape> All { get; } =
    [
        new("disc", static (x, y) => Radius(x, y) - 0.95),
        new("ring", static (x, y) => Math.Abs(Radius(x, y) - 0.75) - 0.2),
        new("square", static (x, y) => Box(x, y) - 0.85),
        new("frame", static (x, y) => Math.Abs(Box(x, y) - 0.7) - 0.18),
        new("triangle", Triangle),
        new("inverted triangle", static (x, y) => Triangle(x, -y)),
        new("plus", Plus),
        new("cross", static (x, y) => Plus((x + y) * HalfDiagonal, (x - y) * HalfDiagonal)),
        new("bars across", Bars),
        new("bars down", static (x, y) => Bars(y, x)),
    ];

    private static double Radius(double x, double y) => Math.Sqrt(x * x + y * y);

    private static double Box(double x, double y) => Math.Max(Math.Abs(x), Math.Abs(y));

    // Three edges 0.55 from the origin, 120° apart.
    private static double Triangle(double x, double y) => Math.Max(y - 0.55, 0.8660254037844386 * Math.Abs(x) - 0.5 * y - 0.55);

    private static double Plus(double x, double y)
    {
        var across = Math.Max(Math.Abs(x) - 0.95, Math.Abs(y) - 0.28);
        var down = Math.Max(Math.Abs(y) - 0.95, Math.Abs(x) - 0.28);
        return Math.Min(across, down);
    }

    private static double Bars(double x, double y)
    {
        var nearest = Math.Min(Math.Abs(y), Math.Min(Math.Abs(y - 0.65), Math.Abs(y + 0.65)));
        return Math.Max(nearest - 0.2, Math.Abs(x) - 0.9);
    }
}
