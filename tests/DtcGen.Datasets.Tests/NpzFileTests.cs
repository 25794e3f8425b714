using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Text;

namespace DtcGen.Datasets.Tests;

public sealed class NpzFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void ReadsEachArrayByNameInItsType()
    {
        var path = Archive(
            ("x", Npy("<f4", "(2, 3)", Bytes(1f, 2f, 3f, 4f, 5f, 6f))),
            ("labels", Npy("<i8", "(2,)", Bytes(7L, -1L), version: 2)),
            ("one", Npy("<f8", "()", Bytes(0.5), version: 3)),
            ("half", Npy("<f2", "(4,)", [0x00, 0x3C, 0x00, 0xC0, 0xFF, 0x7B, 0x01, 0x00])),
            ("small", Npy("|u1", "(3,)", [0, 128, 255])),
            ("true", Npy("|b1", "(2,)", [1, 0])));
        var arrays = NpzFile.Read(path);
        Assert.Equal(["half", "labels", "one", "small", "true", "x"], arrays.Keys.Order());
        Assert.Equal(new float[] { 1, 2, 3, 4, 5, 6 }, arrays["x"].Values);
        Assert.Equal([2, 3], arrays["x"].Shape);
        Assert.Equal(new long[] { 7, -1 }, arrays["labels"].Values);
        Assert.Equal(new[] { 0.5 }, arrays["one"].Values);
        Assert.Empty(arrays["one"].Shape);
        Assert.Equal(new[] { (Half)1f, (Half)(-2f), (Half)65504f, (Half)MathF.Pow(2, -24) }, arrays["half"].Values);
        Assert.Equal(new byte[] { 0, 128, 255 }, arrays["small"].Values);
        Assert.Equal(new[] { true, false }, arrays["true"].Values);
    }

    [Fact]
    public void AnArrayInFortranOrderComesInCOrder()
    {
        // [[[0, 1], [2, 3], [4, 5]], [[6, 7], [8, 9], [10, 11]]] with the first index fastest.
        var entries = Bytes(0, 6, 2, 8, 4, 10, 1, 7, 3, 9, 5, 11);
        var array = NpzFile.Read(Archive(("x", Npy("<i4", "(2, 3, 2)", entries, fortran: "True"))))["x"];
        Assert.Equal(Enumerable.Range(0, 12).ToArray(), array.Values);
    }

    [Theory]
    [InlineData(">f4", "(1,)", 4, "type >f4")]
    [InlineData("<c8", "(1,)", 8, "type <c8")]
    [InlineData("<f4", "(3,)", 8, "8 bytes, then the end")]
    [InlineData("<f4", "(99999999999,)", 8, "the shape (99999999999)")]
    [InlineData("<f4", "(500000000,)", 8, "8 bytes, then the end; expected 2000000000")]
    [InlineData("<f4", "(4294967296, 4294967296)", 8, "the shape (4294967296, 4294967296)")]
    [InlineData("<f4", "(1,)", 8, "8 bytes, then the end; expected 4")]
    [InlineData("<f4", "(0, 99999999999)", 4, "4 bytes, then the end; expected 0")]
    [InlineData("<f4", "(99999999999999999999999,)", 8, "the header {'descr': '<f4', 'fortran_order': False, 'shape': (99999999999999999999999,), }")]
    [InlineData("<f4", "(1 2)", 8, "'shape': (1 2)")]
    [InlineData("<f4", "(2)", 8, "'shape': (2)")]
    [InlineData("<f4", "(-2,)", 8, "'shape': (-2,)")]
    [InlineData("<f4", "2", 8, "'shape': 2")]
    [InlineData("<f4", "(2,), 'shape': (2,)", 8, "'shape': (2,), 'shape': (2,)")]
    [InlineData("<f4", "(2,), 'more': (2,)", 8, "'more': (2,)")]
    [InlineData("<f4", "(2,)} and", 8, "(2,)} and")]
    [InlineData("|b1", "(1,)", 1, "the byte 7 as entry 0")]
    public void AnArrayThatCannotBeReadIsNamed(string type, string shape, int bytes, string expected)
    {
        var path = Archive(("x", Npy(type, shape, [.. Enumerable.Repeat((byte)7, bytes)])));
        var message = Refusal.Of(path, () => NpzFile.Read(path)).Message;
        Assert.Contains(path, message);
        Assert.Contains("x.npy", message);
        Assert.Contains(expected, message);
    }

    [Theory]
    [InlineData("'descr': '<f4' 'fortran_order': False, 'shape': (1,)")]
    [InlineData("'descr': '<f4', 'fortran_order': False")]
    [InlineData("'descr': '<f4', 'fortran_order': 0, 'shape': (1,)")]
    [InlineData("'descr': True, 'fortran_order': False, 'shape': (1,)")]
    [InlineData("")]
    public void AnOddHeaderIsNamed(string items)
    {
        var header = Encoding.UTF8.GetBytes($"{{{items}}}\n");
        var path = Archive(("x", [0x93, .. "NUMPY"u8, 1, 0, (byte)header.Length, 0, .. header, 0, 0, 0, 0]));
        var message = Refusal.Of(path, () => NpzFile.Read(path)).Message;
        Assert.Contains($"x.npy: found the header {{{items}}}", message);
        Assert.Contains("a Python dictionary of descr", message);
    }

    [Theory]
    [InlineData("(2,)")]
    [InlineData("( 2 , )")]
    [InlineData("(2, 1)")]
    [InlineData("(1, 1, 2)")]
    [InlineData("(2,),  'descr': '<f4', 'fortran_order': False                      ")]
    public void EverySpellingOfAShapeIsRead(string shape)
    {
        var header = Encoding.UTF8.GetBytes(
            shape.Contains("descr", StringComparison.Ordinal)
                ? $"{{'shape': {shape}}}   \n"
                : $"{{'descr': '<f4', 'fortran_order': False, 'shape': {shape}, }}   \n");
        byte[] npy = [0x93, .. "NUMPY"u8, 1, 0, (byte)header.Length, 0, .. header, .. Bytes(1f, 2f)];
        Assert.Equal(new float[] { 1, 2 }, NpzFile.Read(Archive(("x", npy)))["x"].Values);
    }

    [Fact]
    public void AnArrayOfNoEntriesIsRead()
        => Assert.Empty(NpzFile.Read(Archive(("x", Npy("<f4", "(0, 99999999999)", []))))["x"].Values);

    [Fact]
    public void EveryDamagedByteOfAnArrayIsSeen()
    {
        // Stored, so that a change reaches the entries; the archive's own fields have no check of theirs.
        var entries = Enumerable.Range(0, 50).Select(static i => (byte)i).ToArray();
        var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        using (var entry = archive.CreateEntry("x.npy", CompressionLevel.NoCompression).Open())
        {
            entry.Write(Npy("|u1", "(50,)", entries));
        }

        var whole = stream.ToArray();
        var start = whole.AsSpan().IndexOf(entries);
        Assert.True(start > 0);
        for (var at = start; at < start + entries.Length; at++)
        {
            byte[] damaged = [.. whole];
            damaged[at] ^= 0x40;
            var path = _folder.Write("damaged.npz", damaged);
            Assert.Contains("CRC-32", Assert.Throws<DatasetException>(() => NpzFile.Read(path)).Message);
        }
    }

    [Fact]
    public void TwoArraysOfOneNameAreRefused()
    {
        var array = Npy("|u1", "(1,)", [1]);
        var path = Archive(("x", array), ("x", array));
        Assert.Contains("two arrays", Assert.Throws<DatasetException>(() => NpzFile.Read(path)).Message);
    }

    [Fact]
    public void AFileThatIsNoArchiveIsNamed()
    {
        var path = _folder.Write("x.npz", "not a zip archive"u8.ToArray());
        Assert.Contains("zip archive", Assert.Throws<DatasetException>(() => NpzFile.Read(path)).Message);
        Assert.Contains("gzip", Assert.Throws<DatasetException>(() => NpzFile.Read(_folder.Write("x.gz", TestFiles.Gzip([1])))).Message);
        Assert.Contains("no such file", Assert.Throws<DatasetException>(() => NpzFile.Read(path + "x")).Message);
        Assert.Contains("without arrays", Assert.Throws<DatasetException>(() => NpzFile.Read(Archive())).Message);
    }

    private static byte[] Bytes<T>(params T[] values)
        where T : unmanaged => MemoryMarshal.AsBytes<T>(values).ToArray();

    private static byte[] Npy(string type, string shape, byte[] entries, byte version = 1, string fortran = "False")
    {
        var header = Encoding.UTF8.GetBytes($"{{'descr': '{type}', 'fortran_order': {fortran}, 'shape': {shape}, }}\n");
        var length = version == 1 ? BitConverter.GetBytes((ushort)header.Length) : BitConverter.GetBytes(header.Length);
        return [0x93, .. "NUMPY"u8, version, 0, .. length, .. header, .. entries];
    }

    private string Archive(params (string Name, byte[] Content)[] arrays)
    {
        var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in arrays)
            {
                using var entry = archive.CreateEntry($"{name}.npy").Open();
                entry.Write(content);
            }
        }

        return _folder.Write($"{Guid.NewGuid():N}.npz", stream.ToArray());
    }
}
