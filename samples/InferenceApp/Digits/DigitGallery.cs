using DtcGen.Datasets;

namespace DtcGen.Samples.InferenceApp;

/// <summary>The page's digits: MNIST's test images where they are at hand, else those that ship with the app.</summary>
internal sealed class DigitGallery
{
    private const int Side = 28;
    private static readonly ImageShape Shape = new(1, Side, Side);

    private DigitGallery(string source, IReadOnlyList<Digit> digits)
    {
        Source = source;
        Digits = digits;
    }

    /// <summary>Where they come from, in words.</summary>
    public string Source { get; }

    public IReadOnlyList<Digit> Digits { get; }

    /// <param name="data">A folder with MNIST's test files; null takes the built-in digits.</param>
    /// <exception cref="AppException">The folder does not have them, or they are damaged.</exception>
    public static DigitGallery Open(string? data) => data is null ? BuiltIn() : Mnist(data);

    private static DigitGallery Mnist(string folder)
    {
        const string images = "t10k-images-idx3-ubyte", labels = "t10k-labels-idx1-ubyte";
        if (DataFile.Find(folder, images, "t10k-images.idx3-ubyte") is not { } imageFile
            || DataFile.Find(folder, labels, "t10k-labels.idx1-ubyte") is not { } labelFile)
        {
            throw new AppException(
                $"--data {folder}: found {DataFile.Describe(folder)}; expected {images} and {labels}, plain or with .gz. Without --data and DTC_DATA the gallery shows built-in digits.");
        }

        try
        {
            IdxArray pixels = IdxFile.Read(imageFile, rank: 3), names = IdxFile.Read(labelFile, rank: 1);
            if (pixels.Dimensions[0] != names.Dimensions[0] || pixels.Dimensions[1] != Side || pixels.Dimensions[2] != Side)
            {
                throw new AppException(
                    $"{imageFile}: found {string.Join(" × ", pixels.Dimensions)} for {names.Dimensions[0]} labels; expected as many images of {Side} × {Side}.");
            }

            return new DigitGallery(
                "MNIST's test images",
                [.. names.Data.Select((label, i) => new Digit($"{label}", pixels.Data[(i * Shape.Length)..((i + 1) * Shape.Length)]))]);
        }
        catch (DatasetException e)
        {
            throw new AppException(e.Message, e);
        }
    }

    /// <summary>PNG files named by label and number: 7-2.png is the second seven.</summary>
    private static DigitGallery BuiltIn()
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "digits");
        string[] files = Directory.Exists(folder)
            ? [
                .. Directory.GetFiles(folder, "*.png")
                    .OrderBy(NumberOf, StringComparer.Ordinal)
                    .ThenBy(Path.GetFileName, StringComparer.Ordinal)
            ]
            : [];
        return new DigitGallery("built-in digits", [.. files.Select(file => new Digit(
            Path.GetFileName(file).Split('-')[0],
            Array.ConvertAll(PngImage.Read(File.ReadAllBytes(file), Shape), pixel => (byte)MathF.Round(pixel * 255))))]);

        static string NumberOf(string file) => Path.GetFileNameWithoutExtension(file).Split('-')[^1];
    }
}
