namespace DtcGen.Datasets;

/// <summary>
/// Digits in MNIST's form, made up: strokes in several styles, with moved points, a random affine distortion, pen
/// width, ink and noise. The same seed gives the same bytes on every platform, so a program that has no data can
/// still show what it does, and a test can rely on it.
/// </summary>
public static class SyntheticDigits
{
    private const int Side = Mnist.ImageSide;

    // MNIST's digits fill a box of 20 × 20 pixels within the image.
    private const double DigitHeight = 18.5;
    private const double DigitWidth = 14.5;

    /// <summary>Makes a data set. The digits 0 to 9 follow one another, so every prefix is balanced.</summary>
    /// <param name="trainCount">How many training images.</param>
    /// <param name="testCount">How many test images; none is also a training image.</param>
    /// <param name="seed">Decides every image; image i does not depend on the counts.</param>
    public static ImageDataset Create(int trainCount = 60_000, int testCount = 10_000, long seed = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(trainCount);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(testCount);
        return new ImageDataset(
            "synthetic digits", Mnist.ClassNames, CreateSet(trainCount, seed, set: 1), CreateSet(testCount, seed, set: 2));
    }

    private static LabeledImages CreateSet(int count, long seed, uint set)
    {
        var pixels = new byte[count * Side * Side];
        var labels = new byte[count];
        Parallel.For(0, count, () => new StrokeCanvas(Side), (image, _, canvas) =>
        {
            labels[image] = (byte)(image % 10);
            Draw(labels[image], RandomStream.For(seed, set, image), canvas, pixels.AsSpan(image * Side * Side, Side * Side));
            return canvas;
        }, _ => { });
        return new LabeledImages(pixels, labels, 1, Side, Side);
    }

    private static void Draw(int digit, RandomStream random, StrokeCanvas canvas, Span<byte> pixels)
    {
        var styles = DigitStyles.ByDigit[digit];
        var style = styles[random.Below(styles.Count)];
        var distortion = Distortion.Random(ref random);
        var radius = random.Between(0.7, 1.9);

        canvas.Clear();
        foreach (var stroke in style)
        {
            var moved = new (double X, double Y)[stroke.Points.Length];
            for (var i = 0; i < moved.Length; i++)
            {
                var (x, y) = stroke.Points[i];
                moved[i] = distortion.Apply((x - 0.5 + random.Bell(0.03)) * DigitWidth, (y - 0.5 + random.Bell(0.03)) * DigitHeight);
            }

            var line = stroke.Flatten(moved);
            for (var i = 1; i < line.Count; i++)
            {
                canvas.DrawLine(line[i - 1], line[i], radius);
            }
        }

        var ink = random.Between(200, 255);
        var noise = random.Between(0, 18);
        for (var i = 0; i < pixels.Length; i++)
        {
            pixels[i] = (byte)Math.Clamp(Math.Floor(canvas.Ink[i] * ink + random.Bell(noise) + 0.5), 0, 255);
        }
    }

    /// <summary>An affine map from a digit around the origin, in pixels, to the image.</summary>
    private readonly record struct Distortion(double Xx, double Xy, double Yx, double Yy, double Dx, double Dy)
    {
        public static Distortion Random(ref RandomStream random)
        {
            var scaleX = 1 + random.Bell(0.13);
            var scaleY = 1 + random.Bell(0.07);

            // Most writers lean to the right.
            var slant = 0.12 + random.Bell(0.18);

            // A rotation from the tangent of half its angle is exact without a sine.
            var t = random.Bell(0.07);
            var cosine = (1 - t * t) / (1 + t * t);
            var sine = 2 * t / (1 + t * t);
            const double centre = (Side - 1) / 2.0;
            return new Distortion(
                cosine * scaleX,
                -scaleY * (cosine * slant + sine),
                sine * scaleX,
                scaleY * (cosine - sine * slant),
                centre + random.Bell(0.9),
                centre + random.Bell(0.9));
        }

        public (double X, double Y) Apply(double x, double y) => (Xx * x + Xy * y + Dx, Yx * x + Yy * y + Dy);
    }
}
