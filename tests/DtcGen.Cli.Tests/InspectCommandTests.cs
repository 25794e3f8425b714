using System.Text.Json;
using DtcGen.Cli.Commands;
using DtcGen.Cli.Inspect;
using DtcGen.Onnx;
using DtcGen.Onnx.Tests;

namespace DtcGen.Cli.Tests;

public sealed class InspectCommandTests : ToolRun
{
    [Fact]
    public async Task ShowsLayersTotalsOperatorsAndMetadata()
    {
        SmallModels.Perceptron(halfZero: true).Save(In("small.onnx"));
        Assert.Equal(ToolExitCode.Done, await Run("inspect", In("small.onnx")));
        var lines = Output.Split('\n');
        string Line(string start) => Assert.Single(lines, l => l.TrimStart().StartsWith(start, StringComparison.Ordinal));
        Assert.Matches(@"fc1 +Gemm +\[batch, 5\] +35 +42.9 % +30 +140", Line("fc1"));
        Assert.Matches(@"total +50 +30.0 % +45 +200", Line("total"));
        Assert.Contains("x: float[batch, 6]", Line("inputs"));
        Assert.Contains("output: float[batch, 3]", Line("outputs"));
        Assert.Contains("sparsity = 0.5", Line("metadata"));
        Assert.Contains("Gemm 2, Relu 1", Output.Replace("MatMul 1, ", "").Replace("Gemm 1, ", "Gemm 2, "));
        Assert.Empty(Errors);
    }

    [Fact]
    public async Task TheJSONOnStandardOutputStandsAlone()
    {
        SmallModels.Perceptron().Save(In("small.onnx"));
        Assert.Equal(ToolExitCode.Done, await Run("inspect", In("small.onnx"), "--json"));
        using var json = JsonDocument.Parse(Output);
        var totals = json.RootElement.GetProperty("totals");
        Assert.Equal(50, totals.GetProperty("parameters").GetInt64());
        Assert.Equal(45, totals.GetProperty("multiplyAdds").GetInt64());
        Assert.Equal(new FileInfo(In("small.onnx")).Length, totals.GetProperty("fileBytes").GetInt64());
        var layer = json.RootElement.GetProperty("layers")[0];
        Assert.Equal("fc1", layer.GetProperty("name").GetString());
        Assert.Equal(["batch", "5"], layer.GetProperty("outputs")[0].GetProperty("shape").EnumerateArray().Select(d => d.GetString()));
        Assert.Equal("0.5", json.RootElement.GetProperty("metadata").GetProperty("sparsity").GetString());
    }

    [Fact]
    public async Task TheNeuronsThatWereKeptAreSaidInWords()
    {
        SmallModels.Pruned("""{"fc1":{"before":64,"kept":[0,2,3,5,7,11,13,17,19]},"fc2":{"before":3},"<b>":{"before":4,"after":2}}""")
            .Save(In("pruned.onnx"));
        Assert.Equal(ToolExitCode.Done, await Run("inspect", In("pruned.onnx"), "--json", In("out.json")));
        Assert.Contains("neurons", Output);
        Assert.Contains("fc1: 9 of 64 (0, 2, 3, 5, 7, 11, 13, 17, …)\n", Output.Replace(" \n", "\n"));
        Assert.Contains("fc2: all 3", Output);
        Assert.Contains("<b>: 2 of 4", Output);
        Assert.DoesNotContain("\"before\"", Output);
        using var json = JsonDocument.Parse(await File.ReadAllTextAsync(In("out.json")));
        var facts = json.RootElement.GetProperty("facts");
        var group = facts.GetProperty("neurons")[0];
        Assert.Equal(("fc1", 64, 9), (group.GetProperty("group").GetString(), group.GetProperty("before").GetInt32(), group.GetProperty("after").GetInt32()));
        Assert.Equal(19, group.GetProperty("kept")[8].GetInt32());
        Assert.Equal(0.5, facts.GetProperty("mean")[0].GetDouble());
        Assert.StartsWith("{\"fc1\"", json.RootElement.GetProperty("metadata").GetProperty("neurons").GetString(), StringComparison.Ordinal);

        // What is no such text is shown as it is.
        SmallModels.Pruned("some").Save(In("other.onnx"));
        Assert.Equal(ToolExitCode.Done, await Run("inspect", In("other.onnx")));
        Assert.Contains("neurons = some", Output);
    }

    [NpmFact(InspectPage.Script)]
    public async Task ThePageSaysWhichNeuronsWereKept()
    {
        SmallModels.Pruned("""{"fc1":{"before":8,"kept":[0,2]},"<b>":{"before":4,"after":2}}""").Save(In("pruned.onnx"));
        Assert.Equal(ToolExitCode.Done, await Run("inspect", In("pruned.onnx"), "--html", In("out.html")));
        Assert.Contains(
            "<dt>neurons</dt><dd>fc1: 2 of 8 (0, 2)</dd><dd>&lt;b&gt;: 2 of 4</dd>", await File.ReadAllTextAsync(In("out.html")));
    }

    [NpmFact(InspectPage.Script)]
    public async Task JSONAndPageGoToFilesBesideTheTable()
    {
        SmallModels.Perceptron().Save(In("small.onnx"));
        Assert.Equal(ToolExitCode.Done, await Run("inspect", In("small.onnx"), "--json", In("out.json"), "--html", In("out.html")));
        Assert.Contains("fc1", Output);
        Assert.Equal(
            50,
            JsonDocument.Parse(await File.ReadAllTextAsync(In("out.json"))).RootElement
                .GetProperty("totals")
                .GetProperty("parameters")
                .GetInt64());
        var page = await File.ReadAllTextAsync(In("out.html"));
        Assert.StartsWith("<!DOCTYPE html>", page);
        Assert.DoesNotContain("{{", page.Split("<script>")[0]);
        Assert.DoesNotMatch("(src|href)=\"(http|//)", page);
        Assert.Contains("Permission is hereby granted", page);
        Assert.Equal(3, page.Split("<tr id=\"layer-").Length - 1);
    }

    [NpmFact(InspectPage.Script)]
    public async Task NamesFromTheFileCannotBreakOutOfThePage()
    {
        new HandMadeModel().Named("<script>alert(1)</script>").Input("</script><img>", "batch", 2)
            .Node("Relu", "</script><img> -> <b>relu</b>").Build("<b>relu</b>", OnnxElementType.Float, "batch", 2).Save(In("hostile.onnx"));
        Assert.Equal(ToolExitCode.Done, await Run("inspect", In("hostile.onnx"), "--html", In("out.html")));
        var page = await File.ReadAllTextAsync(In("out.html"));
        Assert.DoesNotContain("<img>", page);
        Assert.DoesNotContain("<b>relu", page);
        Assert.DoesNotContain("alert(1)</script>", page);
    }

    [Fact]
    public async Task AnOpenDimensionCanBeGivenASize()
    {
        SmallModels.Convolution("batch", 2, "height", "width").Save(In("open.onnx"));
        Assert.Equal(ToolExitCode.Done, await Run("inspect", In("open.onnx")));
        Assert.Contains("Multiply-adds unknown in conv: the size of height and width is open; --dim height=N --dim width=N counts multiply-adds at a size.", Output);
        Assert.Contains("≥ 0", Output);
        Assert.Equal(ToolExitCode.Done, await Run("inspect", In("open.onnx"), "--dim", "height=8", "--dim", "width=9"));
        Assert.Contains($"{10 * 8 * 9 * (2 * 3 * 3):N0}", Output);
        Assert.Equal(ToolExitCode.Failed, await Run("inspect", In("open.onnx"), "--dim", "depth=8"));
        Assert.Contains("there is batch, height, width", Errors);
    }

    [Fact]
    public async Task ARuleThatFailsIsToldAndLosesNothingElse()
    {
        new HandMadeModel().Input("x", "batch", 4, "h", 6).Weight("w", 3, 4, 3, 3)
            .Node("DepthToSpace", "x -> broken", ("blocksize", 0)).Node("Conv", "x w -> y", ("strides", new long[] { 2, 2 }))
            .Build("y", OnnxElementType.Float, "batch", 3, "oh", 2).Save(In("broken.onnx"));
        Assert.Equal(ToolExitCode.Done, await Run("inspect", In("broken.onnx"), "--dim", "h=9"));
        Assert.Contains("Shapes unknown in broken: A size is divided by 0.", Output);
        Assert.Matches(@"broken +DepthToSpace +unknown", Output);
        Assert.Matches($@"y +Conv +\[batch, 3, 4, 2\] +108 +0.0 % +{4 * 2 * 108}", Output);
        Assert.Equal(ToolExitCode.Done, await Run("inspect", In("broken.onnx"), "--json", In("out.json")));
        using var json = JsonDocument.Parse(await File.ReadAllTextAsync(In("out.json")));
        JsonElement Layer(int i) => json.RootElement.GetProperty("layers")[i];
        Assert.Equal("A size is divided by 0.", Layer(0).GetProperty("shapeUnknown").GetString());
        Assert.False(Layer(1).TryGetProperty("shapeUnknown", out var none) && none.ValueKind != JsonValueKind.Null);
        Assert.Equal(["h"], Layer(1).GetProperty("openSizes").EnumerateArray().Select(s => s.GetString()));
        Assert.Equal(
            ["batch", "3", "floor((h + 1)/2) - 1", "2"],
            Layer(1).GetProperty("outputs")[0].GetProperty("shape").EnumerateArray().Select(d => d.GetString()));
    }

    [NpmFact(InspectPage.Script)]
    public async Task ThePageSaysWhyAShapeIsUnknown()
    {
        new HandMadeModel().Input("x", 1, 4, 5, 6).Node("DepthToSpace", "x -> y", ("blocksize", 0))
            .Build("y", OnnxElementType.Float, "a").Save(In("broken.onnx"));
        Assert.Equal(ToolExitCode.Done, await Run("inspect", In("broken.onnx"), "--html", In("out.html")));
        Assert.Contains("data-name=\"output\" title=\"A size is divided by 0.\"", await File.ReadAllTextAsync(In("out.html")));
    }

    [Fact]
    public async Task ASizeOfZeroIsASize()
    {
        new HandMadeModel().Input("x", "batch", 0, 6)
            .Numbers("last", -1)
            .Numbers("low", long.MinValue).Numbers("axis", 1).Numbers("back", -1)
            .Node("Slice", "x last low axis back -> y").Build("y", OnnxElementType.Float, "batch", 0, 6).Save(In("empty-axis.onnx"));
        Assert.Equal(ToolExitCode.Done, await Run("inspect", In("empty-axis.onnx")));
        Assert.Matches(@"y +Slice +\[batch, 0, 6\]", Output);
        Assert.DoesNotContain("unknown", Output);
    }

    [Fact]
    public async Task AFileThatCannotBeUsedIsNamedWithWhatIsWrong()
    {
        var whole = SmallModels.Perceptron().ToBytes();
        async Task Check(string name, byte[]? content, string expected)
        {
            if (content is not null)
            {
                await File.WriteAllBytesAsync(In(name), content);
            }

            Assert.Equal(ToolExitCode.Failed, await Run("inspect", In(name)));
            var last = Errors.TrimEnd().Split('\n')[^1];
            Assert.Contains(In(name), last);
            Assert.Contains(expected, last);
        }

        await Check("missing.onnx", null, "There is no file");
        await Check("empty.onnx", [], "is empty");
        await Check("cut.onnx", whole[..(whole.Length / 2)], "only part of one");
        await Check("text.onnx", "certainly not a model"u8.ToArray(), "not an ONNX file");
        await Check("pointer.onnx", "version https://git-lfs.github.com/spec/v1\n"u8.ToArray(), "git lfs pull");
        await Check("checkpoint.onnx", [(byte)'P', (byte)'K', 3, 4, 20, 0], "zip archive");
    }

    [Fact]
    public async Task ExternalDataThatIsMissingOrTooShortIsNamed()
    {
        SmallModels.Perceptron(inputs: 300).Save(In("large.onnx"), externalDataThreshold: 100);
        Assert.Equal(ToolExitCode.Done, await Run("inspect", In("large.onnx"), "--json"));
        Assert.Contains("large.onnx.data", Output);
        File.WriteAllBytes(In("large.onnx.data"), new byte[100]);
        Assert.Equal(ToolExitCode.Failed, await Run("inspect", In("large.onnx")));
        Assert.Contains("too short", Errors);
        File.Delete(In("large.onnx.data"));
        Assert.Equal(ToolExitCode.Failed, await Run("inspect", In("large.onnx")));
        Assert.Contains("large.onnx.data, which is missing", Errors);
    }

    [Fact]
    public async Task AModelIsNotOverwrittenByAMisplacedJson()
    {
        SmallModels.Perceptron().Save(In("small.onnx"));
        var before = await File.ReadAllBytesAsync(In("small.onnx"));
        Assert.Equal(ToolExitCode.Usage, await Run("inspect", "--json", In("small.onnx")));
        Assert.Contains("Put --json behind", Errors);
        Assert.Equal(before, await File.ReadAllBytesAsync(In("small.onnx")));
    }
}
