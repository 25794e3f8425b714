using System.Diagnostics;
using DtcGen.Cli.Commands;

namespace DtcGen.Cli.Tests;

/// <summary>The tool's process where its standard output cannot be written.</summary>
public sealed class OutputTests : ToolRun
{
    [Theory]
    [InlineData("inspect", "> /dev/full")]
    [InlineData("check", "> /dev/full")]
    [InlineData("inspect", ">&-")]
    [InlineData("--help #", "> /dev/full")]
    public async Task AnOutputThatIsFullOrClosedEndsWithAMessage(string command, string redirection)
    {
        if (!File.Exists("/dev/full"))
        {
            return;
        }

        SmallModels.Perceptron().Save(In("small.onnx"));
        var tool = typeof(DtcCommand).Assembly.Location;
        var line = $"exec dotnet '{tool}' {redirection} {command.Replace("#", "", StringComparison.Ordinal)} "
            + (command.Contains('#', StringComparison.Ordinal) ? "" : $"'{In("small.onnx")}'");
        using var process = Process.Start(new ProcessStartInfo("sh", ["-c", line]) { RedirectStandardError = true })!;
        var error = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.Equal(ToolExitCode.Failed, process.ExitCode);
        Assert.Contains("The standard output cannot be written: ", error);
        Assert.DoesNotContain("   at ", error);
    }
}
