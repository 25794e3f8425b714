using System.CommandLine;

namespace DtcGen.Samples.InferenceApp.Tests;

public class CommandLineTests
{
    [Fact]
    public void Help_names_every_option()
    {
        using var output = new StringWriter();
        int code = new AppCommandLine((_, _) => Task.FromResult(9)).Command.Parse(["--help"]).Invoke(new InvocationConfiguration { Output = output });
        Assert.Equal(0, code);
        Assert.All(["--models", "--data", "--urls", "--queue", "--batch", "--linger", "--max-bytes"], option => Assert.Contains(option, output.ToString()));
    }

    [Fact]
    public async Task Options_reach_the_server_and_the_models_that_ship_are_the_default()
    {
        AppOptions? read = null;
        RootCommand command = new AppCommandLine((options, _) => Task.FromResult((read = options) is null ? 1 : 0)).Command;

        Assert.Equal(0, await command.Parse(["--queue", "5", "--batch", "2", "--linger", "0.5", "--urls", "http://127.0.0.1:1", "--data", "d", "--max-bytes", "2000"]).InvokeAsync());

        Assert.Equal(
            new AppOptions { Models = ShippedModels.Folder, Queue = 5, Batch = 2, Linger = TimeSpan.FromMilliseconds(0.5), Urls = "http://127.0.0.1:1", Data = "d", MaxBytes = 2000 },
            read);
    }

    [Theory]
    [InlineData("--queue", "0")]
    [InlineData("--batch", "5000")]
    [InlineData("--linger", "-1")]
    [InlineData("--linger", "NaN")]
    [InlineData("--max-bytes", "10")]
    public async Task A_number_out_of_range_is_refused_with_the_range(string option, string value)
    {
        using var error = new StringWriter();
        int code = await new AppCommandLine((_, _) => Task.FromResult(9)).Command.Parse([option, value]).InvokeAsync(new InvocationConfiguration { Error = error, Output = TextWriter.Null });
        Assert.Equal(1, code);
        Assert.Contains($"{option} {value}: expected a number from", error.ToString());
    }

    [Fact]
    public void A_folder_without_a_usable_model_is_an_error_that_names_the_file_and_the_reason()
    {
        using var folder = new TemporaryFolder();
        Assert.Contains("has no .onnx file", Assert.Throws<AppException>(() => Build(folder.Path)).Message);
        File.WriteAllText(folder.File("broken.onnx"), "nonsense");
        Assert.Contains("broken.onnx: ONNX Runtime cannot use it", Assert.Throws<AppException>(() => Build(folder.Path)).Message);
        Assert.Contains("no such folder", Assert.Throws<AppException>(() => Build(folder.File("missing"))).Message);
        Assert.Contains("--data", Assert.Throws<AppException>(() => InferenceServer.Build(new AppOptions { Models = ShippedModels.Folder, Data = folder.Path })).Message);
    }

    private static void Build(string models) => InferenceServer.Build(new AppOptions { Models = models });
}
