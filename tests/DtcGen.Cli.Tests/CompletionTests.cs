using DtcGen.Cli.Commands;

namespace DtcGen.Cli.Tests;

public sealed class CompletionTests : ToolRun
{
    [Fact]
    public async Task ModelsAndFoldersAreOfferedWhereAModelIsWanted()
    {
        await File.WriteAllTextAsync(In("model.onnx"), string.Empty);
        await File.WriteAllTextAsync(In("notes.txt"), string.Empty);
        Directory.CreateDirectory(In("more"));
        Assert.Equal([In("model.onnx"), In("more/")], await Suggest($"dtc inspect {Folder}/mo"));
        Assert.DoesNotContain(In("notes.txt"), await Suggest($"dtc compare {In("model.onnx")} {Folder}/"));
        Assert.Equal([In("more/")], await Suggest($"dtc compare a.onnx b.onnx --data {Folder}/"));
    }

    [Fact]
    public async Task CommandsOptionsAndValuesAreOffered()
    {
        Assert.Equal(["inspect"], await Suggest("dtc ins"));
        Assert.Equal(["--max-accuracy-drop", "--max-difference"], await Suggest("dtc compare a.onnx b.onnx --max"));
        Assert.Equal(["bash", "fish", "pwsh", "zsh"], (await Suggest("dtc completion ")).Where(s => char.IsLetter(s[0])));
    }

    [Theory]
    [InlineData("bash", "complete ")]
    [InlineData("zsh", "compdef ")]
    [InlineData("fish", "complete --command dtc")]
    [InlineData("pwsh", "Register-ArgumentCompleter")]
    public async Task EachShellHasItsScript(string shell, string expected)
    {
        Assert.Equal(ToolExitCode.Done, await Run("completion", shell));
        Assert.Contains(expected, Output);
        Assert.Contains("[suggest:", Output);
    }

    [Theory]
    [InlineData("inspect")]
    [InlineData("compare")]
    [InlineData("check")]
    public async Task HelpEndsWithExamplesAndExitCodes(string command)
    {
        Assert.Equal(ToolExitCode.Done, await Run(command, "--help"));
        Assert.Contains("Examples:", Output);
        Assert.Contains($"dtc {command} ", Output);
        Assert.Contains("0 done; 1 failed", Output);
        Assert.Equal(command != "inspect", Output.Contains("; 3 "));
    }

    private async Task<string[]> Suggest(string line)
    {
        var before = Output.Length;
        Assert.Equal(ToolExitCode.Done, await Run($"[suggest:{line.Length}]", line));
        return Output[before..].Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    }
}
