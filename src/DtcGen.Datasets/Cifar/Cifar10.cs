namespace DtcGen.Datasets;

/// <summary>
/// CIFAR-10 in its binary version: 32×32 colour images of ten classes. Each record is a label byte and 3,072
/// pixel bytes: the red plane, then green, then blue.
/// </summary>
public static class Cifar10
{
    /// <summary>Rows and columns of an image.</summary>
    public const int ImageSide = 32;

    private const int Channels = 3;
    private const int PixelsPerImage = Channels * ImageSide * ImageSide;
    private const int RecordSize = 1 + PixelsPerImage;
    private const int TrainingBatches = 5;
    private const string Refetch = "Fetch the file again, or point to a folder with CIFAR-10's binary files.";

    /// <summary>The classes.</summary>
    public static IReadOnlyList<string> ClassNames { get; } =
        ["airplane", "automobile", "bird", "cat", "deer", "dog", "frog", "horse", "ship", "truck"];

    /// <summary>With the means and standard deviations of the training images, for red, green and blue.</summary>
    public static Normalization Normalization { get; } = new([0.4914f, 0.4822f, 0.4465f], [0.2470f, 0.2435f, 0.2616f]);

    /// <summary>
    /// Reads <c>data_batch_1.bin</c> to <c>data_batch_5.bin</c>, as many as there are, and <c>test_batch.bin</c>,
    /// each plain or compressed with gzip.
    /// </summary>
    /// <param name="folder">The folder.</param>
    /// <exception cref="DatasetException">There is no training batch or no test batch, or a file is damaged.</exception>
    public static ImageDataset Load(string folder)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        var training = TrainingPaths(folder);
        if (training.Length == 0)
        {
            throw Missing(folder, "data_batch_1.bin");
        }

        var test = TestPath(folder) ?? throw Missing(folder, "test_batch.bin");
        return new ImageDataset("CIFAR-10", ClassNames, Read(training), Read(test));
    }

    /// <summary>Whether a folder has a training batch and the test batch, by name.</summary>
    /// <param name="folder">The folder.</param>
    public static bool Exists(string folder) => TrainingPaths(folder).Length > 0 && TestPath(folder) is not null;

    private static string[] TrainingPaths(string folder) =>
        [.. Enumerable.Range(1, TrainingBatches).Select(i => DataFile.Find(folder, $"data_batch_{i}.bin")).OfType<string>()];

    private static string? TestPath(string folder) => DataFile.Find(folder, "test_batch.bin");

    private static LabeledImages Read(params ReadOnlySpan<string> paths)
    {
        var batches = new List<byte[]>();
        foreach (var path in paths)
        {
            batches.Add(ReadRecords(path));
        }

        var count = batches.Sum(static batch => (long)batch.Length) / RecordSize;
        if (count * PixelsPerImage > Array.MaxLength)
        {
            throw new DatasetException(
                paths[0], $"{count} images in all batches", $"at most {Array.MaxLength / PixelsPerImage}", "Leave some of the batches out.");
        }

        var pixels = new byte[count * PixelsPerImage];
        var labels = new byte[count];
        var image = 0;
        foreach (var batch in batches)
        {
            for (var offset = 0; offset < batch.Length; offset += RecordSize, image++)
            {
                labels[image] = batch[offset];
                batch.AsSpan(offset + 1, PixelsPerImage).CopyTo(pixels.AsSpan(image * PixelsPerImage));
            }
        }

        return new LabeledImages(pixels, labels, Channels, ImageSide, ImageSide);
    }

    private static byte[] ReadRecords(string path)
    {
        var length = DataFile.Length(path);
        if (length == 0 || length % RecordSize != 0 || length > Array.MaxLength)
        {
            throw new DatasetException(
                path,
                $"{length} bytes",
                $"a multiple of {RecordSize} (a label and {PixelsPerImage} pixel values per image) up to {Array.MaxLength}",
                $"The file is truncated or not CIFAR-10's. {Refetch}");
        }

        var records = new byte[length];
        using var stream = DataFile.Open(path);
        if (DataFile.Fill(stream, records, path) != length)
        {
            throw new DatasetException(path, "a file that became shorter while it was read", $"{length} bytes", Refetch);
        }

        for (var offset = 0; offset < records.Length; offset += RecordSize)
        {
            if (records[offset] >= ClassNames.Count)
            {
                throw new DatasetException(
                    path,
                    $"the label {records[offset]} at record {offset / RecordSize}",
                    $"class numbers from 0 to {ClassNames.Count - 1}",
                    Refetch);
            }
        }

        return records;
    }

    private static DatasetException Missing(string folder, string name) => new(
        folder,
        DataFile.Describe(folder),
        $"a folder with {name}, plain or with .gz",
        "Put CIFAR-10's binary files there (data_batch_1.bin to data_batch_5.bin and test_batch.bin), or point to the folder that has them.");
}
