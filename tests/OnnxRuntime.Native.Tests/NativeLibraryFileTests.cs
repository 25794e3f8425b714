using Microsoft.ML.OnnxRuntime;

namespace OnnxRuntime.Native.Tests;

public sealed class NativeLibraryFileTests
{
    [Fact]
    public void The_build_puts_the_library_beside_the_program() =>
        Assert.True(File.Exists(Path.Combine(AppContext.BaseDirectory, NativeLibraryFile.Name)));

    [Fact]
    public void It_is_looked_for_beside_the_program_in_runtimes_and_in_the_hosts_list()
    {
        string list = string.Join(Path.PathSeparator, "first", "second");
        string[] paths = [.. NativeLibraryFile.Candidates("base", list)];

        Assert.Equal(Path.Combine("base", NativeLibraryFile.Name), paths[0]);
        Assert.StartsWith(Path.Combine("base", "runtimes"), paths[1], StringComparison.Ordinal);
        Assert.Equal([Path.Combine("first", NativeLibraryFile.Name), Path.Combine("second", NativeLibraryFile.Name)], paths[2..]);
    }

    [Fact]
    public void A_missing_library_says_where_it_was_looked_for_and_what_to_do()
    {
        string path = Path.Combine(Path.GetTempPath(), "no-such-folder", NativeLibraryFile.Name);
        var error = Assert.Throws<DllNotFoundException>(() => NativeLibraryFile.Load([path]));
        Assert.Contains(path, error.Message, StringComparison.Ordinal);
        Assert.Contains("-p:OnnxRuntime=nuget", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_no_library_says_so()
    {
        string path = Path.GetTempFileName();
        try
        {
            File.WriteAllText(path, "not a library");
            var error = Assert.Throws<DllNotFoundException>(() => NativeLibraryFile.Load([path]));
            Assert.Contains(path, error.Message, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(path);
        }
    }
}
