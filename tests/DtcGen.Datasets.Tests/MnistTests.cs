using System.Security.Cryptography;
using Xunit.Abstractions;

namespace DtcGen.Datasets.Tests;

public sealed class MnistTests(ITestOutputHelper output) : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void LoadsTheFourFiles(bool gzip)
    {
        TestFiles.WriteMnist(_folder, train: 12, test: 5, gzip);

        Assert.True(Mnist.Exists(_folder.Path));
        var data = Mnist.Load(_folder.Path);

        Assert.Equal(12, data.Train.Count);
        Assert.Equal(5, data.Test.Count);
        Assert.Equal((1, 28, 28), (data.Train.Channels, data.Train.Height, data.Train.Width));
        Assert.Equal((7 + 100) % 251, data.Train.Pixels[7 * 784 + 100]);
        Assert.Equal([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 0, 1], data.Train.Labels);
    }

    [Fact]
    public void NamesWithADotAreFoundToo()
    {
        TestFiles.WriteMnist(_folder);
        File.Move(Path.Combine(_folder.Path, "train-images-idx3-ubyte"), Path.Combine(_folder.Path, "train-images.idx3-ubyte"));
        Assert.Equal(12, Mnist.Load(_folder.Path).Train.Count);
    }

    [Theory]
    [InlineData("train-images-idx3-ubyte")]
    [InlineData("train-labels-idx1-ubyte")]
    [InlineData("t10k-images-idx3-ubyte")]
    [InlineData("t10k-labels-idx1-ubyte")]
    public void AMissingFileIsNamed(string name)
    {
        TestFiles.WriteMnist(_folder);
        File.Delete(Path.Combine(_folder.Path, name));

        Assert.False(Mnist.Exists(_folder.Path));
        AssertError(_folder.Path, name);
    }

    [Fact]
    public void AMissingFolderAndAFileInItsPlaceAreToldApart()
    {
        AssertError(Path.Combine(_folder.Path, "absent"), "no such folder");
        AssertError(_folder.Write("file", []), "found a file");
        AssertError(_folder.Path, "a folder with file");
    }

    [Fact]
    public void ALabelCountOtherThanTheImageCountNamesBothFiles()
    {
        TestFiles.WriteMnist(_folder);
        _folder.Write("t10k-labels-idx1-ubyte", TestFiles.Idx([4], [1, 2, 3, 4]));
        AssertError(Path.Combine(_folder.Path, "t10k-labels-idx1-ubyte"), "4 labels", "expected 5", "t10k-images-idx3-ubyte");
    }

    [Fact]
    public void ALabelThatIsNoDigitIsAnErrorWithItsPosition()
    {
        TestFiles.WriteMnist(_folder);
        _folder.Write("t10k-labels-idx1-ubyte", TestFiles.Idx([5], [1, 2, 10, 4, 0]));
        AssertError(Path.Combine(_folder.Path, "t10k-labels-idx1-ubyte"), "label 10 at position 2");
    }

    [Fact]
    public void ImagesOfAnotherSizeAreAnError()
    {
        TestFiles.WriteMnist(_folder);
        _folder.Write("train-images-idx3-ubyte", TestFiles.Idx([12, 14, 56], new byte[12 * 784]));
        AssertError(Path.Combine(_folder.Path, "train-images-idx3-ubyte"), "14 × 56", "28 × 28");
    }

    [Fact]
    public void AnEmptySetIsAnError()
    {
        TestFiles.WriteMnist(_folder, test: 0);
        AssertError(Path.Combine(_folder.Path, "t10k-labels-idx1-ubyte"), "no labels");
    }

    [Fact]
    public void TheRealDataIsWhole()
    {
        var real = Environment.GetEnvironmentVariable("DTC_DATA");
        if (string.IsNullOrEmpty(real))
        {
            output.WriteLine("Skipped: DTC_DATA does not name a folder with MNIST's files.");
            return;
        }

        var data = Mnist.Load(real);

        // The sums of the files' uncompressed content, header included, as published by many users of the data.
        Assert.Equal("6bbc9ace898e44ae57da46a324031adb", SumOfFile([60000, 28, 28], data.Train.Pixels));
        Assert.Equal("a25bea736e30d166cdddb491f175f624", SumOfFile([60000], data.Train.Labels));
        Assert.Equal("2646ac647ad5339dbf082846283269ea", SumOfFile([10000, 28, 28], data.Test.Pixels));
        Assert.Equal("27ae3e4e09519cfbb04c329615203637", SumOfFile([10000], data.Test.Labels));

        static string SumOfFile(int[] dimensions, byte[] values)
            => Convert.ToHexStringLower(MD5.HashData(TestFiles.Idx(dimensions, values)));
    }

    private static void AssertError(string path, params string[] mentions)
    {
        var error = Assert.Throws<DatasetException>(
            () => Mnist.Load(path.EndsWith("-ubyte", StringComparison.Ordinal) ? Path.GetDirectoryName(path)! : path));
        Assert.Equal(path, error.Path);
        Assert.All(mentions, m => Assert.Contains(m, error.Message));
    }
}
