using DtcGen.Cli.Commands;
using DtcGen.Cli.Terminal;
using DtcGen.Onnx;
using DtcGen.Onnx.Tests;

namespace DtcGen.Cli.Tests;

/// <summary>Names with what a terminal takes for commands.</summary>
public sealed class ControlCharacterTests : ToolRun
{
    private const string Evil = "a\u001b[31mb\u0007\nc\u202Ed\u009b5m";
    private const string Shown = @"a\u001b[31mb\u0007\nc\u202ed\u009b5m";

    [Theory]
    [InlineData("inspect")]
    [InlineData("check")]
    [InlineData("compare")]
    public async Task TheyAreSpeltOut(string command)
    {
        foreach (var (file, width) in new[] { ("a.onnx", 3), ("b.onnx", 4) })
        {
            Model(width).Save(In(file));
        }

        string[] files = command == "compare" ? [In("a.onnx"), In("b.onnx"), "--runs", "0"] : [In("a.onnx")];
        if (command == "check")
        {
            var bytes = await File.ReadAllBytesAsync(In("a.onnx"));
            var at = bytes.AsSpan().IndexOf("Relu"u8);
            "Rela"u8.CopyTo(bytes.AsSpan(at));
            await File.WriteAllBytesAsync(In("a.onnx"), bytes);
        }

        Assert.Equal(command == "check" ? ToolExitCode.Found : ToolExitCode.Done, await Run([command, .. files]));
        Assert.Contains(Shown, Output.Replace("\n", string.Empty, StringComparison.Ordinal).Replace(" ", string.Empty, StringComparison.Ordinal));
        AssertHarmless(Output);
    }

    [Fact]
    public async Task NeitherErrorsNorJsonNorPagesHoldThem()
    {
        Model(3).Save(In("a.onnx"));
        Assert.Equal(ToolExitCode.Failed, await Run("inspect", In("a.onnx"), "--dim", "other=3"));
        Assert.Contains(@"\u001b", Errors);
        AssertHarmless(Errors);
        Assert.Equal(ToolExitCode.Done, await Run("inspect", In("a.onnx"), "--json", In("a.json")));
        AssertHarmless(await File.ReadAllTextAsync(In("a.json")));
        if (await Run("inspect", In("a.onnx"), "--html", In("a.html")) == ToolExitCode.Done)
        {
            var page = await File.ReadAllTextAsync(In("a.html"));
            Assert.DoesNotContain(page, static c => c is '\u001b' or '\u009b' or '\u202E'); // The script that draws has others of its own.
            Assert.Contains(@"a\u001b[31mb", page);
        }
    }

    [Fact]
    public void TextWithoutThemStaysAndLinesStayLinesWhereAsked()
    {
        const string Plain = "fc1/Gemm: [batch, 3] ä 数 → \U0001F600";
        Assert.Same(Plain, ControlCharacters.Escape(Plain));
        Assert.Equal("a\nb\\t", ControlCharacters.Escape("a\nb\t"));
        Assert.Equal("a\\nb\\r", ControlCharacters.OnOneLine("a\nb\r"));
    }

    private static void AssertHarmless(string text)
        => Assert.DoesNotContain(text, static c => (char.IsControl(c) && c is not ('\n' or '\r' or '\t')) || c == '\u202E');

    private static OnnxModel Model(int width)
    {
        var model = new HandMadeModel().Named(Evil).Metadata(Evil, Evil).Input("x", Evil, 3)
            .Store("weight", OnnxElementType.Float, [width, 3], new float[width * 3])
            .Store("back", OnnxElementType.Float, [2, width], new float[width * 2])
            .Node("Gemm", "x weight -> hidden", ("transB", 1))
            .Node("Relu", "hidden -> relu")
            .Node("Gemm", "relu back -> output", ("transB", 1))
            .Build("output", OnnxElementType.Float, Evil, 2);
        for (var i = 0; i < model.Proto.Graph.Node.Count; i++)
        {
            model.Proto.Graph.Node[i].Name = $"{Evil}{i}";
        }

        return model;
    }
}
