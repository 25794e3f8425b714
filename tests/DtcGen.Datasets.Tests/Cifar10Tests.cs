namespace DtcGen.Datasets.Tests;

public sealed class Cifar10Tests : IDisposable
{
    private const int RecordSize = 3073;
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void LoadsEveryBatchThereIsPlainOrGzippedInOrder()
    {
        _folder.Write("data_batch_1.bin", Records(3, firstLabel: 0));
        _folder.Write("data_batch_2.bin.gz", TestFiles.Gzip(Records(2, firstLabel: 5)));
        _folder.Write("test_batch.bin", Records(4, firstLabel: 6));

        Assert.True(Cifar10.Exists(_folder.Path));
        var data = Cifar10.Load(_folder.Path);

        Assert.Equal([0, 1, 2, 5, 6], data.Train.Labels);
        Assert.Equal([6, 7, 8, 9], data.Test.Labels);
        Assert.Equal((3, 32, 32), (data.Train.Channels, data.Train.Height, data.Train.Width));
        for (var image = 0; image < 5; image++)
        {
            Assert.Equal((data.Train.Labels[image] + 3071) % 256, data.Train.Pixels[image * 3072 + 3071]);
            Assert.Equal(data.Train.Labels[image], data.Train.Pixels[image * 3072]);
        }
    }

    [Theory]
    [InlineData(RecordSize - 1, "3072 bytes")]
    [InlineData(RecordSize + 1, "3074 bytes")]
    [InlineData(0, "0 bytes")]
    public void ALengthThatIsNoMultipleOfARecordIsAnError(int length, string mention)
    {
        _folder.Write("data_batch_1.bin", new byte[length]);
        _folder.Write("test_batch.bin", Records(1, 0));
        AssertError("data_batch_1.bin", mention, "a multiple of 3073");
    }

    [Fact]
    public void ALabelOutOfRangeIsAnErrorWithItsRecord()
    {
        _folder.Write("data_batch_1.bin", Records(2, firstLabel: 9));
        _folder.Write("test_batch.bin", Records(1, 0));
        AssertError("data_batch_1.bin", "label 10 at record 1");
    }

    [Fact]
    public void ATruncatedGzipStreamIsAnError()
    {
        _folder.Write("data_batch_1.bin", Records(1, 0));
        _folder.Write("test_batch.bin.gz", TestFiles.Gzip(Records(3, 0))[..200]);
        AssertError("test_batch.bin.gz");
    }

    [Fact]
    public void AFileThatUnpacksToOtherThanRecordsCostsNoMemory()
    {
        var path = _folder.Write("data_batch_1.bin.gz", TestFiles.Gzip(new byte[200 << 20]));
        _folder.Write("test_batch.bin", Records(1, 0));
        Assert.Contains("209715200 bytes", Refusal.Of(path, () => Cifar10.Load(_folder.Path)).Message);
    }

    [Fact]
    public void MissingBatchesAreNamed()
    {
        Assert.Contains("data_batch_1.bin", Assert.Throws<DatasetException>(() => Cifar10.Load(_folder.Path)).Message);
        _folder.Write("data_batch_3.bin", Records(1, 0));
        Assert.False(Cifar10.Exists(_folder.Path));
        Assert.Contains("test_batch.bin", Assert.Throws<DatasetException>(() => Cifar10.Load(_folder.Path)).Message);
    }

    private void AssertError(string name, params string[] mentions)
    {
        var error = Assert.Throws<DatasetException>(() => Cifar10.Load(_folder.Path));
        Assert.Equal(Path.Combine(_folder.Path, name), error.Path);
        Assert.All(mentions, m => Assert.Contains(m, error.Message));
    }

    /// <summary>Labels count up; pixel p of an image is (its label + p) mod 256.</summary>
    private static byte[] Records(int count, int firstLabel) =>
        [
            .. Enumerable.Range(firstLabel, count)
                .SelectMany(label => Enumerable.Range(0, 3072).Select(p => (byte)(label + p)).Prepend((byte)label))
        ];
}
