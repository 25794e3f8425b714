namespace DtcGen.Datasets.Tests;

public sealed class IdxFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(false, "a.idx")]
    [InlineData(true, "a.gz")]
    [InlineData(true, "compressed-without-saying-so")]
    [InlineData(false, "plain-but-named.gz")]
    public void ReadsPlainAndGzippedFilesByContentWhateverTheirName(bool gzip, string name)
    {
        var content = TestFiles.Idx([2, 3, 2], [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 255]);
        var path = _folder.Write(name, gzip ? TestFiles.Gzip(content) : content);

        var array = IdxFile.Read(path, 3);

        Assert.Equal([2, 3, 2], array.Dimensions);
        Assert.Equal([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 255], array.Data);
    }

    [Fact]
    public void ReadsAnArrayWithoutValues() => Assert.Empty(IdxFile.Read(_folder.Write("empty", TestFiles.Idx([0], [])), 1).Data);

    [Fact]
    public void AMissingFileIsNamed() => AssertError(Path.Combine(_folder.Path, "absent"), 1, "no such file");

    [Fact]
    public void AFolderInsteadOfAFileIsAnError() => AssertError(_folder.Path, 1, "cannot be read");

    [Theory]
    [InlineData(new byte[] { }, "0 bytes in all", "a header of 8 bytes")]
    [InlineData(new byte[] { 0, 0, 8 }, "3 bytes in all", "a header of 8 bytes")]
    [InlineData(new byte[] { 0, 0, 8, 1, 0 }, "5 bytes in all", "a header of 8 bytes")]
    [InlineData(new byte[] { 0x89, 0x50, 0x4e, 0x47, 1, 2, 3, 4 }, "0x89504e47", "0x00000801")]
    [InlineData(new byte[] { 0, 0, 8, 3, 0, 0, 0, 1, 1 }, "0x00000803", "0x00000801 (unsigned bytes, 1 dimension)")]
    [InlineData(new byte[] { 0, 0, 13, 1, 0, 0, 0, 1, 1 }, "0x00000d01", "0x00000801")]
    [InlineData(new byte[] { 0, 0, 8, 1, 0, 0, 0, 3, 1, 2 }, "2 bytes of values", "expected 3")]
    [InlineData(new byte[] { 0, 0, 8, 1, 0, 0, 0, 1, 1, 2 }, "more than 1 bytes", "expected 1")]
    [InlineData(new byte[] { 0, 0, 8, 1, 255, 0, 0, 0 }, "-16777216", "at most")]
    public void BadContentIsDescribed(byte[] content, params string[] mentions)
    {
        AssertError(_folder.Write("bad", content), 1, mentions);
        AssertError(_folder.Write("bad.gz", TestFiles.Gzip(content)), 1, mentions);
    }

    [Fact]
    public void DimensionsWhoseProductOverflowsAreAnError()
        => AssertError(_folder.Write("huge", TestFiles.Idx([int.MaxValue, int.MaxValue, int.MaxValue], [])), 3, "2147483647 × 2147483647");

    [Fact]
    public void ATruncatedGzipStreamIsAnErrorAtAnyLength()
    {
        var values = new byte[5000];
        new Random(1).NextBytes(values);
        var whole = TestFiles.Gzip(TestFiles.Idx([5000], values));
        for (var length = 2; length < whole.Length; length += 97)
        {
            var path = _folder.Write("cut.gz", whole[..length]);
            var error = Assert.Throws<DatasetException>(() => IdxFile.Read(path, 1));
            Assert.Contains(path, error.Message);
        }
    }

    [Fact]
    public void ADamagedGzipStreamIsAnError()
    {
        var damaged = TestFiles.Gzip(TestFiles.Idx([300], [.. Enumerable.Range(0, 300).Select(i => (byte)(i * i))]));
        damaged[^6] ^= 1; // within the checksum
        AssertError(_folder.Write("damaged.gz", damaged), 1, "damaged gzip");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void AHeaderThatClaimsMoreThanTheFileHasCostsNoMemory(bool gzip)
    {
        var content = TestFiles.Idx([1_500_000_000], new byte[1000]);
        var path = _folder.Write("claims", gzip ? TestFiles.Gzip(content) : content);
        Assert.Contains("1000 bytes of values", Refusal.Of(path, () => IdxFile.Read(path, 1)).Message);
    }

    [Fact]
    public void MoreThanTheHeaderClaimsIsNotUnpacked()
    {
        var path = _folder.Write("much", TestFiles.Gzip(TestFiles.Idx([5], new byte[200 << 20])));
        Assert.Contains("more than 5 bytes", Refusal.Of(path, () => IdxFile.Read(path, 1)).Message);
    }

    [Fact]
    public void LargeFilesAreRead()
    {
        var values = new byte[60 << 20];
        new Random(3).NextBytes(values.AsSpan(0, 1 << 20));
        foreach (var gzip in new[] { false, true })
        {
            var content = TestFiles.Idx([60, 1 << 20], values);
            Assert.True(values.AsSpan().SequenceEqual(IdxFile.Read(_folder.Write("large", gzip ? TestFiles.Gzip(content) : content), 2).Data));
        }
    }

    private static void AssertError(string path, int rank, params string[] mentions)
    {
        var error = Assert.Throws<DatasetException>(() => IdxFile.Read(path, rank));
        Assert.Equal(path, error.Path);
        Assert.StartsWith(path + ": found ", error.Message);
        Assert.All(mentions, m => Assert.Contains(m, error.Message));
    }
}
