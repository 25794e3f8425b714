using DtcGen.Onnx;
using TorchSharp;
using static TorchSharp.torch;

namespace DtcGen.Generators.Tests;

/// <summary>
/// Recorded with many samples, a model is recorded again with few: that changes nothing of what is found, and hides nothing.
/// </summary>
public sealed class RecordedBatchTests
{
    public static TheoryData<string> Names => RecordedTests.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void AnExampleOfManySamplesIsRecordedAsOneOfTwo(string name)
    {
        var model = RecordedModels.All.Single(model => model.Name == name);
        using var scope = NewDisposeScope();
        var generated = RecordedCase.Compile(model.Source);
        using var few = RecordedCase.Make(generated, [randn([2, .. model.Input])]);
        foreach (var samples in new[] { 8, 9 })
        {
            using var many = RecordedCase.Make(generated, [randn([samples, .. model.Input])]);
            Assert.Equal(few.Neurons.Groups.Select(NetworkGroup.MembersOf), many.Neurons.Groups.Select(NetworkGroup.MembersOf));
            Assert.Equal(few.Neurons.Pinned, many.Neurons.Pinned);
            RecordedCase.CheckExport(many, [randn([1, .. model.Input])], [randn([37, .. model.Input])]);
        }
    }

    [Theory]
    [InlineData("x.shape[0] % 2 == 0", 8)]
    [InlineData("x.shape[0] % 2 == 0", 12)]
    [InlineData("x.shape[0] % 3 == 0", 9)]
    [InlineData("x.shape[0] % 5 == 0", 30)]
    [InlineData("x.shape[0] > 4", 8)]
    [InlineData("x.shape[0] / 2 == 1", 2)]
    [InlineData("x.shape[0] / 2 == 1", 9)]
    public void WhatGoesByTheBatchIsNotExportedWithAnOpenOne(string condition, long samples)
    {
        using var scope = NewDisposeScope();
        var generated = RecordedCase.Compile(ModelSource.Of(
            $$"""
            private readonly Linear fc = Linear(6, 6);

            public override Tensor forward(Tensor x) => {{condition}} ? fc.call(x) : fc.call(x).relu();
            """,
            "[DualTomographic(Record = true)]"));
        using var model = RecordedCase.Make(generated, [randn(samples, 6)]);
        var refusal = Assert.Throws<OnnxExportException>(
            () => OnnxExport.Build((IOnnxExportable)model.Module, OnnxInput.Batched(6)));
        Assert.Contains("it takes another step at", refusal.Message, StringComparison.Ordinal);

        // With the size of the example it is exported.
        Assert.Empty(OnnxChecker.Check(OnnxExport.Build((IOnnxExportable)model.Module, new OnnxInput([samples, 6]))));
    }
}
