namespace DtcGen.Datasets;

/// <summary>
/// Images in CIFAR-10's form, made up: one of ten shapes in a random colour, place, size and tilt before a background
/// that changes its colour from corner to corner, with noise. The same seed gives the same bytes on every platform.
/// </summary>
public static class SyntheticShapes
{
    private const int Side = Cifar10.ImageSide;
    private const int Channels = 3;
    private const int ImageSize = Channels * Side * Side;

    /// <summary>The classes.</summary>
    public static IReadOnlyList<string> ClassNames { get; } = [.. Shape.All.Select(shape => shape.Name)];

    /// <summary>Makes a data set. The classes follow one another, so every prefix is balanced.</summary>
    /// <param name="trainCount">How many training images.</param>
    /// <param name="testCount">How many test images; none is also a training image.</param>
    /// <param name="seed">Decides every image; image i does not depend on the counts.</param>
    public static ImageDataset Create(int trainCount = 10_000, int testCount = 1_000, long seed = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(trainCount);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(testCount);
        return new ImageDataset("synthetic shapes", ClassNames, CreateSet(trainCount, seed, set: 1), CreateSet(testCount, seed, set: 2));
    }

    private static LabeledImages CreateSet(int count, long seed, uint set)
    {
        var pixels = new byte[count * ImageSize];
        var labels = new byte[count];
        Parallel.For(0, count, image =>
        {
            labels[image] = (byte)(image % Shape.All.Count);
            Draw(Shape.All[labels[image]], RandomStream.For(seed, set, image), pixels.AsSpan(image * ImageSize, ImageSize));
        });
        return new LabeledImages(pixels, labels, Channels, Side, Side);
    }

    private static void Draw(Shape shape, RandomStream random, Span<byte> pixels)
    {
        var radius = random.Between(6.5, 11);
        var centreX = (Side - 1) / 2.0 + random.Between(-3.5, 3.5);
        var centreY = (Side - 1) / 2.0 + random.Between(-3.5, 3.5);

        // A rotation from the tangent of half its angle is exact without a sine; up to about 17°.
        var t = random.Between(-0.15, 0.15);
        var cosine = (1 - t * t) / (1 + t * t);
        var sine = 2 * t / (1 + t * t);
        var noise = random.Between(2, 16);
        (double Near, double Far, double Ink)[] colours = [Colours(ref random), Colours(ref random), Colours(ref random)];
        SeparateInk(colours);

        for (var y = 0; y < Side; y++)
        {
            for (var x = 0; x < Side; x++)
            {
                var dx = (x - centreX) / radius;
                var dy = (y - centreY) / radius;
                var outside = shape.Distance(cosine * dx + sine * dy, cosine * dy - sine * dx) * radius;

                // The edge is one pixel wide.
                var coverage = Math.Clamp(0.5 - outside, 0, 1);
                var across = (x + y) / (2.0 * (Side - 1));
                for (var channel = 0; channel < Channels; channel++)
                {
                    var (near, far, ink) = colours[channel];
                    var background = near + (far - near) * across;
                    var value = background + (ink - background) * coverage + random.Bell(noise);
                    pixels[(channel * Side + y) * Side + x] = (byte)Math.Clamp(Math.Floor(value + 0.5), 0, 255);
                }
            }
        }
    }

    private static (double Near, double Far, double Ink) Colours(ref RandomStream random)
        => (random.Between(0, 255), random.Between(0, 255), random.Between(0, 255));

    /// <summary>In one channel at least, the ink differs from the background everywhere; else the shape could not be seen.</summary>
    private static void SeparateInk((double Near, double Far, double Ink)[] colours)
    {
        const double least = 90;
        for (var channel = 0; channel < colours.Length; channel++)
        {
            var (near, far, ink) = colours[channel];
            if (Math.Abs(ink - near) >= least && Math.Abs(ink - far) >= least)
            {
                return;
            }
        }

        // A dark background and full ink.
        var (first, last, _) = colours[1];
        colours[1] = (first * 0.5, last * 0.5, 255);
    }
}
