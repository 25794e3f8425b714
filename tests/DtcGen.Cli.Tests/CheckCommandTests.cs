using System.Text;
using System.Text.Json;
using DtcGen.Cli.Commands;
using DtcGen.Onnx;
using DtcGen.Onnx.Proto;
using DtcGen.Onnx.Tests;
using Google.Protobuf;

namespace DtcGen.Cli.Tests;

public sealed class CheckCommandTests : ToolRun
{
    [Fact]
    public async Task AValidFileEndsWith0()
    {
        SmallModels.Perceptron().Save(In("good.onnx"));
        Assert.Equal(ToolExitCode.Done, await Run("check", In("good.onnx")));
        Assert.Contains("keeps all rules", Output);
    }

    [Fact]
    public async Task FindingsAreListedByRuleAndEndWith3()
    {
        // "Relu" and "fc2" in the bytes become an operator that there is not and a value that nothing makes.
        Replace("bad.onnx", ("Relu", "Rela"));
        Assert.Equal(ToolExitCode.Found, await Run("check", In("bad.onnx")));
        Assert.Contains("node.operator (1)", Output);
        Assert.Contains("Operator set 17 has no operator Rela.", Output);
        Assert.DoesNotContain("not known", Output);
        Assert.Contains("breaks 1 rules in 1 places", Output);
    }

    [Fact]
    public async Task FindingsAsJSON()
    {
        Replace("bad.onnx", ("Relu", "Rela"));
        Assert.Equal(ToolExitCode.Found, await Run("check", In("bad.onnx"), "--json"));
        using var json = JsonDocument.Parse(Output);
        Assert.False(json.RootElement.GetProperty("valid").GetBoolean());
        Assert.Equal("node.operator", json.RootElement.GetProperty("findings")[0].GetProperty("rule").GetString());
    }

    [Fact]
    public async Task TypesThatDoNotGoTogetherAreFound()
    {
        var model = new HandMadeModel().Input("x", 2).Input("n", OnnxElementType.Int64, 2).Node("Add", "x n -> y")
            .Build("y", OnnxElementType.Float, 2);
        await File.WriteAllBytesAsync(In("mixed.onnx"), model.Proto.ToByteArray());
        Assert.Equal(ToolExitCode.Found, await Run("check", In("mixed.onnx")));
        Assert.Contains("node.type (1)", Output);
        Assert.Contains("Add y: Its inputs A (x) and B (n) must have one type, and they are float and int64. Convert one with Cast.", Output);
    }

    [Theory]
    [InlineData("", 27, "not known: model.opset (1)")]
    [InlineData("com.microsoft", 1, "not known: node.operator (1)")]
    public async Task WhatIsNotKnownIsSaidSoAndEndsWith4(string domain, int version, string says)
    {
        var model = SmallModels.Perceptron().Proto;
        model.Graph.Node[1].Domain = domain;
        model.OpsetImport.Clear();
        model.OpsetImport.Add(new OperatorSetIdProto { Domain = "", Version = 17 });
        model.OpsetImport.Add(new OperatorSetIdProto { Domain = domain, Version = version });
        if (domain.Length == 0)
        {
            model.OpsetImport.RemoveAt(0);
        }

        await File.WriteAllBytesAsync(In("odd.onnx"), model.ToByteArray());
        Assert.Equal(ToolExitCode.NotKnown, await Run("check", In("odd.onnx")));
        Assert.Contains(says, Output);
        Assert.Contains("breaks no rule that can be checked; part of it is not known.", Output);
        Assert.DoesNotContain("breaks 1", Output);

        Assert.Equal(ToolExitCode.NotKnown, await Run("check", In("odd.onnx"), "--json", In("odd.json")));
        using var json = JsonDocument.Parse(await File.ReadAllTextAsync(In("odd.json")));
        Assert.Equal(JsonValueKind.Null, json.RootElement.GetProperty("valid").ValueKind);
        Assert.Equal(0, json.RootElement.GetProperty("findings").GetArrayLength());
        Assert.Equal(1, json.RootElement.GetProperty("notKnown").GetArrayLength());
    }

    [Fact]
    public async Task ExternalDataOutsideTheFolderIsAFindingAndANewerOperatorSetToo()
    {
        SmallModels.Perceptron(inputs: 300).Save(In("large.onnx"), externalDataThreshold: 100);
        var bytes = await File.ReadAllBytesAsync(In("large.onnx"));
        await File.WriteAllBytesAsync(In("out.onnx"), Swap(bytes, "large.onnx.data", "../ge.onnx.data"));
        Assert.Equal(ToolExitCode.Found, await Run("check", In("out.onnx")));
        Assert.Contains("leads out of the model's folder", Output);
        Assert.Equal(ToolExitCode.Failed, await Run("inspect", In("out.onnx")));
        Assert.Contains("leads out of the model's folder", Errors);
    }

    [Fact]
    public async Task AFileThatIsNoneEndsWith1()
    {
        await File.WriteAllTextAsync(In("text.onnx"), "hello, this is text");
        Assert.Equal(ToolExitCode.Failed, await Run("check", In("text.onnx")));
        Assert.Contains(In("text.onnx"), Errors);
    }

    private void Replace(string name, (string From, string To) change)
        => File.WriteAllBytes(In(name), Swap(SmallModels.Perceptron().ToBytes(), change.From, change.To));

    private static byte[] Swap(byte[] bytes, string from, string to)
        => Encoding.Latin1.GetBytes(Encoding.Latin1.GetString(bytes).Replace(from, to, StringComparison.Ordinal));
}
