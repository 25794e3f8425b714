namespace DtcGen.Datasets
{
    public static class Cifar10
    {
        public const int ImageSide = 32;
        public static System.Collections.Generic.IReadOnlyList<string> ClassNames { get; }
        public static DtcGen.Datasets.Normalization Normalization { get; }
        public static bool Exists(string folder) { }
        public static DtcGen.Datasets.ImageDataset Load(string folder) { }
    }
    public sealed class DatasetException : System.Exception
    {
        public string Path { get; }
    }
    public sealed class DownloadProgress : System.IEquatable<DtcGen.Datasets.DownloadProgress>
    {
        public DownloadProgress(string File, long Received, long? Total) { }
        public string File { get; init; }
        public long Received { get; init; }
        public long? Total { get; init; }
    }
    public sealed class IdxArray : System.IEquatable<DtcGen.Datasets.IdxArray>
    {
        public IdxArray(System.Collections.Generic.IReadOnlyList<int> Dimensions, byte[] Data) { }
        public byte[] Data { get; init; }
        public System.Collections.Generic.IReadOnlyList<int> Dimensions { get; init; }
    }
    public static class IdxFile
    {
        public static DtcGen.Datasets.IdxArray Read(string path, int rank) { }
    }
    public sealed class ImageDataset : System.IEquatable<DtcGen.Datasets.ImageDataset>
    {
        public ImageDataset(string Name, System.Collections.Generic.IReadOnlyList<string> ClassNames, DtcGen.Datasets.LabeledImages Train, DtcGen.Datasets.LabeledImages Test) { }
        public System.Collections.Generic.IReadOnlyList<string> ClassNames { get; init; }
        public string Name { get; init; }
        public DtcGen.Datasets.LabeledImages Test { get; init; }
        public DtcGen.Datasets.LabeledImages Train { get; init; }
    }
    public sealed class LabeledImages
    {
        public LabeledImages(byte[] pixels, byte[] labels, int channels, int height, int width) { }
        public int Channels { get; }
        public int Count { get; }
        public int Height { get; }
        public int ImageSize { get; }
        public byte[] Labels { get; }
        public byte[] Pixels { get; }
        public int Width { get; }
        public DtcGen.Datasets.LabeledImages Take(int count) { }
    }
    public static class Mnist
    {
        public const int ImageSide = 28;
        public static System.Collections.Generic.IReadOnlyList<string> ClassNames { get; }
        public static DtcGen.Datasets.Normalization Normalization { get; }
        public static bool Exists(string folder) { }
        public static DtcGen.Datasets.ImageDataset Load(string folder) { }
    }
    public sealed class MnistDownload
    {
        public const string CacheVariable = "DTC_CACHE";
        public MnistDownload(System.Net.Http.HttpClient client) { }
        public System.Collections.Generic.IReadOnlyList<System.Uri> Mirrors { get; init; }
        public System.Threading.Tasks.Task FetchAsync(string folder, System.IProgress<DtcGen.Datasets.DownloadProgress>? progress = null, System.Threading.CancellationToken cancellationToken = default) { }
        public static string DefaultFolder() { }
    }
    public sealed class Normalization : System.IEquatable<DtcGen.Datasets.Normalization>
    {
        public Normalization(System.Collections.Generic.IReadOnlyList<float> Mean, System.Collections.Generic.IReadOnlyList<float> Deviation) { }
        public System.Collections.Generic.IReadOnlyList<float> Deviation { get; init; }
        public System.Collections.Generic.IReadOnlyList<float> Mean { get; init; }
        public float[] Apply(System.ReadOnlySpan<byte> pixels, int channels, int planeSize) { }
    }
    public sealed class NpyArray : System.IEquatable<DtcGen.Datasets.NpyArray>
    {
        public NpyArray(System.Array Values, System.Collections.Generic.IReadOnlyList<long> Shape) { }
        public System.Collections.Generic.IReadOnlyList<long> Shape { get; init; }
        public System.Array Values { get; init; }
    }
    public static class NpzFile
    {
        public static System.Collections.Generic.IReadOnlyDictionary<string, DtcGen.Datasets.NpyArray> Read(string path) { }
    }
    public static class SyntheticDigits
    {
        public static DtcGen.Datasets.ImageDataset Create(int trainCount = 60000, int testCount = 10000, long seed = 0) { }
    }
    public static class SyntheticShapes
    {
        public static System.Collections.Generic.IReadOnlyList<string> ClassNames { get; }
        public static DtcGen.Datasets.ImageDataset Create(int trainCount = 10000, int testCount = 1000, long seed = 0) { }
    }
}
