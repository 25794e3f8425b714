using Spectre.Console.Testing;

namespace DtcGen.Samples.Paper.Tests;

public sealed class CommandLineTests : IDisposable
{
    private readonly TestConsole console = new TestConsole().Width(200);
    private readonly StringWriter error = new();
    private readonly string folder = Directory.CreateTempSubdirectory("paper-").FullName;

    public void Dispose()
    {
        console.Dispose();
        error.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    [Theory]
    [InlineData("--seeds: 0 is out of range", "--out", "x", "--seeds", "0")]
    [InlineData("--threads: 0 is out of range", "--out", "x", "--threads", "0")]
    [InlineData("--methods: 'dct' is not a method", "--out", "x", "--methods", "magnitude,dct")]
    [InlineData("--methods: no method is named", "--out", "x", "--methods", ",")]
    [InlineData("'fancy'", "--out", "x", "--variant", "fancy")]
    [InlineData("--out", "--seeds", "2")]
    [InlineData("--sedes", "--out", "x", "--sedes", "2")]
    public async Task A_wrong_command_line_is_named_and_ends_with_2(string expected, params string[] options)
    {
        Assert.Equal(ExitCode.BadInput, await Run(options));
        Assert.Contains(expected, error.ToString());
    }

    [Fact]
    public async Task Help_lists_options_with_defaults_and_exit_codes()
    {
        Assert.Equal(ExitCode.Done, await Run("--help"));
        string help = console.Output;
        string[] parts =
        [
            "--data", "--out", "--variant", "published", "described", "--methods", "magnitude,random,dtc", "--seeds", "--threads", "--resume",
            "0  done", "2  a wrong option, data that cannot be used", "130  stopped by Ctrl-C",
        ];
        Assert.All(parts, part => Assert.Contains(part, help));
    }

    [Fact]
    public async Task A_folder_without_data_is_named_and_ends_with_2()
    {
        string missing = Path.Combine(folder, "no-mnist");
        Assert.Equal(ExitCode.BadInput, await Run("--data", missing, "--out", folder));
        Assert.Contains(missing, error.ToString());
        Assert.StartsWith("Error: --data", error.ToString());
    }

    [Fact]
    public async Task An_output_folder_that_cannot_be_written_is_found_before_the_data_is_read()
    {
        string file = Path.Combine(folder, "file");
        await File.WriteAllTextAsync(file, string.Empty);
        Assert.Equal(ExitCode.BadInput, await Run("--data", Path.Combine(folder, "no-mnist"), "--out", Path.Combine(file, "out")));
        Assert.StartsWith("Error: --out", error.ToString());
    }

    private Task<int> Run(params string[] options) => PaperCommandLine.RunAsync(["run", .. options], console, error);
}
