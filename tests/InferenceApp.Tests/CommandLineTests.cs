using System.CommandLine;
using System.Diagnostics;

namespace DtcGen.Samples.InferenceApp.Tests;

public class CommandLineTests
{
    [Fact]
    public void HelpNamesEveryOption()
    {
        using var output = new StringWriter();
        var code = new AppCommandLine((_, _) => Task.FromResult(9)).Command
            .Parse(["--help"])
            .Invoke(new InvocationConfiguration { Output = output });
        Assert.Equal(0, code);
        Assert.All(
            ["--models", "--data", "--urls", "--queue", "--batch", "--linger", "--timeout", "--max-bytes"],
            option => Assert.Contains(option, output.ToString()));
    }

    [Fact]
    public async Task AFullOutputEndsItWithAMessage()
    {
        if (!File.Exists("/dev/full"))
        {
            return;
        }

        var line = $"exec dotnet '{typeof(AppCommandLine).Assembly.Location}' --help > /dev/full";
        using var process = Process.Start(new ProcessStartInfo("sh", ["-c", line]) { RedirectStandardError = true })!;
        var error = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.Equal(1, process.ExitCode);
        Assert.StartsWith("The standard output cannot be written: ", error);
        Assert.Single(error.TrimEnd().Split('\n'));
    }

    [Fact]
    public async Task OptionsReachTheServerAndTheModelsThatShipAreTheDefault()
    {
        AppOptions? read = null;
        var command = new AppCommandLine((options, _) => Task.FromResult((read = options) is null ? 1 : 0)).Command;

        Assert.Equal(
            0,
            await command.Parse([
                "--queue", "5", "--batch", "2", "--linger", "0.5", "--urls", "http://127.0.0.1:1", "--data", "d", "--timeout", "2.5",
                "--max-bytes", "2000"
            ]).InvokeAsync());

        Assert.Equal(
            new AppOptions
            {
                Models = ShippedModels.Folder,
                Queue = 5,
                Batch = 2,
                Linger = TimeSpan.FromMilliseconds(0.5),
                Urls = "http://127.0.0.1:1",
                Data = "d",
                Timeout = TimeSpan.FromSeconds(2.5),
                MaxBytes = 2000
            },
            read);
    }

    [Theory]
    [InlineData("--queue", "0")]
    [InlineData("--batch", "5000")]
    [InlineData("--linger", "-1")]
    [InlineData("--linger", "NaN")]
    [InlineData("--timeout", "0")]
    [InlineData("--max-bytes", "10")]
    public async Task ANumberOutOfRangeIsRefusedWithTheRange(string option, string value)
    {
        using var error = new StringWriter();
        var code = await new AppCommandLine((_, _) => Task.FromResult(9)).Command
            .Parse([option, value])
            .InvokeAsync(new InvocationConfiguration { Error = error, Output = TextWriter.Null });
        Assert.Equal(1, code);
        Assert.Contains($"{option} {value}: expected a number from", error.ToString());
    }

    [Fact]
    public void AFolderWithoutAUsableModelIsAnErrorThatNamesTheFileAndTheReason()
    {
        using var folder = new TemporaryFolder();
        Assert.Contains("has no .onnx file", Assert.Throws<AppException>(() => Build(folder.Path)).Message);
        File.WriteAllText(folder.File("broken.onnx"), "nonsense");
        Assert.Contains("broken.onnx: ONNX Runtime cannot use it", Assert.Throws<AppException>(() => Build(folder.Path)).Message);
        Assert.Contains("no such folder", Assert.Throws<AppException>(() => Build(folder.File("missing"))).Message);
        Assert.Contains(
            "--data",
            Assert.Throws<AppException>(
                () => InferenceServer.Build(new AppOptions { Models = ShippedModels.Folder, Data = folder.Path })).Message);
    }

    private static void Build(string models) => InferenceServer.Build(new AppOptions { Models = models });
}
