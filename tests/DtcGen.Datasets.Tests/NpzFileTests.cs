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
            ("small", Npy("|u1", "(3,)", [0, 128, 255])),
            ("true", Npy("|b1", "(2,)", [1, 0])));
        var arrays = NpzFile.Read(path);
        Assert.Equal(["labels", "one", "small", "true", "x"], arrays.Keys.Order());
        Assert.Equal(new float[] { 1, 2, 3, 4, 5, 6 }, arrays["x"].Values);
        Assert.Equal([2, 3], arrays["x"].Shape);
        Assert.Equal(new long[] { 7, -1 }, arrays["labels"].Values);
        Assert.Equal(new[] { 0.5 }, arrays["one"].Values);
        Assert.Empty(arrays["one"].Shape);
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
    public void AnArrayThatCannotBeReadIsNamed(string type, string shape, int bytes, string expected)
    {
        var path = Archive(("x", Npy(type, shape, new byte[bytes])));
        var message = Assert.Throws<DatasetException>(() => NpzFile.Read(path)).Message;
        Assert.Contains(path, message);
        Assert.Contains("x.npy", message);
        Assert.Contains(expected, message);
    }

    [Fact]
    public void AFileThatIsNoArchiveIsNamed()
    {
        var path = _folder.Write("x.npz", "not a zip archive"u8.ToArray());
        Assert.Contains("zip archive", Assert.Throws<DatasetException>(() => NpzFile.Read(path)).Message);
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
