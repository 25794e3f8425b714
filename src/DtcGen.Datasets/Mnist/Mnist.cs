namespace DtcGen.Datasets;

/// <summary>MNIST: 28×28 grey images of handwritten digits, 60,000 to train with and 10,000 to test with.</summary>
public static class Mnist
{
    /// <summary>Rows and columns of an image.</summary>
    public const int ImageSide = 28;

    /// <summary>The digits.</summary>
    public static IReadOnlyList<string> ClassNames { get; } = ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"];

    /// <summary>With the mean and standard deviation of the training images.</summary>
    public static Normalization Normalization { get; } = new([0.1307f], [0.3081f]);

    /// <summary>Reads the four IDX files of a folder, each plain or compressed with gzip.</summary>
    /// <param name="folder">The folder.</param>
    /// <exception cref="DatasetException">A file is missing, damaged, or does not fit the others.</exception>
    public static ImageDataset Load(string folder)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        return new ImageDataset("MNIST", ClassNames, LoadSet(folder, "train"), LoadSet(folder, "t10k"));
    }

    /// <summary>Whether a folder has the four files, by name.</summary>
    /// <param name="folder">The folder.</param>
    public static bool Exists(string folder)
        => Path(folder, "train", "images", 3) is not null && Path(folder, "train", "labels", 1) is not null
        && Path(folder, "t10k", "images", 3) is not null && Path(folder, "t10k", "labels", 1) is not null;

    private static LabeledImages LoadSet(string folder, string set)
    {
        var imagesPath = Require(folder, set, "images", 3);
        var labelsPath = Require(folder, set, "labels", 1);

        var images = IdxFile.Read(imagesPath, 3);
        if (images.Dimensions[1] != ImageSide || images.Dimensions[2] != ImageSide)
        {
            throw new DatasetException(
                imagesPath,
                $"images of {images.Dimensions[1]} × {images.Dimensions[2]}",
                $"{ImageSide} × {ImageSide}",
                "Point to a folder with MNIST's files.");
        }

        var labels = IdxFile.Read(labelsPath, 1);
        if (labels.Data.Length != images.Dimensions[0])
        {
            throw new DatasetException(
                labelsPath,
                $"{labels.Data.Length} labels",
                $"{images.Dimensions[0]}, one for each image in {imagesPath}",
                "Take both files from the same copy of the data.");
        }

        if (labels.Data.Length == 0)
        {
            throw new DatasetException(labelsPath, "no labels", "at least one", "Point to a folder with MNIST's files.");
        }

        var bad = labels.Data.AsSpan().IndexOfAnyExceptInRange((byte)0, (byte)9);
        if (bad >= 0)
        {
            throw new DatasetException(
                labelsPath, $"the label {labels.Data[bad]} at position {bad}", "digits from 0 to 9", "Fetch the file again.");
        }

        return new LabeledImages(images.Data, labels.Data, 1, ImageSide, ImageSide);
    }

    private static string Require(string folder, string set, string kind, int rank)
        => Path(folder, set, kind, rank) ?? throw new DatasetException(
            folder,
            DataFile.Describe(folder),
            $"a folder with {set}-{kind}-idx{rank}-ubyte, plain or with .gz",
            "Put MNIST's four files there (train and t10k, images and labels), or point to the folder that has them.");

    // Some copies of the data have a dot where the others have a hyphen.
    private static string? Path(string folder, string set, string kind, int rank)
        => DataFile.Find(folder, $"{set}-{kind}-idx{rank}-ubyte", $"{set}-{kind}.idx{rank}-ubyte");
}
