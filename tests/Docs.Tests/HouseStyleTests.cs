namespace DtcGen.Docs.Tests;

/// <summary>Every C# file keeps the house style; what `dotnet format` holds (var, spaces, usings) is in .editorconfig.</summary>
public sealed class HouseStyleTests
{
    [Fact]
    public void EveryFileKeepsIt()
    {
        Assert.NotEmpty(HouseStyle.Files);
        var faults = HouseStyle.Faults(
            [.. HouseStyle.Files.Select(static path => (Path.GetRelativePath(Page.Root, path), File.ReadAllText(path)))]);
        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    [Theory]
    [InlineData("class A { int count; }", "1: the private field count is not called _camelCase")]
    [InlineData("class A { private readonly int Count; }", "1: the private field Count is not called _camelCase")]
    [InlineData("class A { private static readonly int _most = 1; }", "1: the private field _most is not called PascalCase")]
    [InlineData("struct A { private int _a, b; }", "1: the private field b is not called _camelCase")]
    [InlineData("class A\n{\n    [Fact]\n    public void It_is() { }\n}", "3: the test It_is is not called in PascalCase")]
    [InlineData("class A { [Theory, InlineData(1)] public void it(int a) { } }", "1: the test it is not called in PascalCase")]
    public void AFaultIsSeen(string text, string fault) => Assert.Equal([$"A.cs:{fault}"], HouseStyle.Faults(("A.cs", text)));

    [Theory]
    [InlineData("class A { private int _count; private static readonly int Most = 1; private const int Least = 0; internal int count; }")]
    [InlineData("class A : Module<Tensor, Tensor> { private Linear fc; } class B : Deep.A { private Linear fc; }")]
    [InlineData("class A { [Fact] public void ItIs() { } private void Not_a_test() { } }")]
    public void WhatIsFineIsNoFault(string text) => Assert.Empty(HouseStyle.Faults(("A.cs", text)));

    [Fact]
    public void LinesAreCountedWithoutTheirStrings()
    {
        var words = string.Concat(Enumerable.Repeat("word ", HouseStyle.LineLength / 5));
        Assert.Single(HouseStyle.Faults(("A.cs", $"// {words}\nclass A;")));
        Assert.Single(HouseStyle.Faults(("A.cs", $"class A {{ int {new string('a', HouseStyle.LineLength)} {{ get; }} }}")));
        Assert.Empty(HouseStyle.Faults(("A.cs", $"class A {{ string Text => \"{words}\" + $\"{words}{{1 + 2}}\"; }}")));
        Assert.Empty(HouseStyle.Faults(("A.cs", $"class A {{ string Text => \"\"\"\n    {words}\n    \"\"\"; }}")));
        Assert.Empty(HouseStyle.Faults(("A.cs", $"//{new string('a', HouseStyle.LineLength - 2)}")));
    }
}
