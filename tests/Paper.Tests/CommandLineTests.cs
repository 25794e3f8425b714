using Spectre.Console.Testing;

namespace DtcGen.Samples.Paper.Tests;

public sealed class CommandLineTests : IDisposable
{
    private readonly TestConsole _console = new TestConsole().Width(200);
    private readonly StringWriter _error = new();
    private readonly string _folder = Directory.CreateTempSubdirectory("paper-").FullName;

    public void Dispose()
    {
        _console.Dispose();
        _error.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Theory]
    [InlineData("--seeds: 0 is out of range", "--out", "x", "--seeds", "0")]
    [InlineData("--processes: 0 is out of range", "--out", "x", "--processes", "0")]
    [InlineData("--methods: 'dct' is not a method", "--out", "x", "--methods", "magnitude,dct")]
    [InlineData("--methods: no method is named", "--out", "x", "--methods", ",")]
    [InlineData("'fancy'", "--out", "x", "--variant", "fancy")]
    [InlineData("--out", "--seeds", "2")]
    [InlineData("--sedes", "--out", "x", "--sedes", "2")]
    public async Task AWrongCommandLineIsNamedAndEndsWith2(string expected, params string[] options)
    {
        Assert.Equal(ExitCode.BadInput, await Run(options));
        Assert.Contains(expected, _error.ToString());
    }

    [Fact]
    public async Task HelpListsOptionsWithDefaultsAndExitCodes()
    {
        Assert.Equal(ExitCode.Done, await Run("--help"));
        var help = _console.Output;
        string[] parts =
        [
            "--data", "--out", "--variant", "published", "described", "--methods", "magnitude,random,dtc", "--seeds", "--processes",
            "--resume",
            "0  done", "2  a wrong option, data that cannot be used", "130  stopped by Ctrl-C",
        ];
        Assert.All(parts, part => Assert.Contains(part, help));
    }

    [Fact]
    public async Task AFolderWithoutDataIsNamedAndEndsWith2()
    {
        var missing = Path.Combine(_folder, "no-mnist");
        Assert.Equal(ExitCode.BadInput, await Run("--data", missing, "--out", _folder));
        Assert.Contains(missing, _error.ToString());
        Assert.StartsWith("Error: --data", _error.ToString());
    }

    [Fact]
    public async Task AnOutputFolderThatCannotBeWrittenIsFoundBeforeTheDataIsRead()
    {
        var file = Path.Combine(_folder, "file");
        await File.WriteAllTextAsync(file, string.Empty);
        Assert.Equal(ExitCode.BadInput, await Run("--data", Path.Combine(_folder, "no-mnist"), "--out", Path.Combine(file, "out")));
        Assert.StartsWith("Error: --out", _error.ToString());
    }

    private Task<int> Run(params string[] options) => PaperCommandLine.RunAsync(["run", .. options], _console, _error);
}
