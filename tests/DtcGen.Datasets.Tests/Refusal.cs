namespace DtcGen.Datasets.Tests;

/// <summary>What a refused file may cost.</summary>
internal static class Refusal
{
    /// <summary>Beside the file itself.</summary>
    private const long MostMemory = 64 << 20;

    /// <summary>Reads a file that must be refused, without taking much memory in all.</summary>
    public static DatasetException Of(string path, Action read)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        var refused = Assert.Throws<DatasetException>(read);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, new FileInfo(path).Length + MostMemory);
        return refused;
    }
}
