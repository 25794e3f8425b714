using DtcGen.Recording;
using static TorchSharp.torch;

namespace DtcGen.Tests.Recording;

/// <summary>With what a model is recorded the second time.</summary>
[Collection(GlobalGenerator.Collection)]
public sealed class ExampleInputsTests
{
    [Theory]
    [InlineData(1, 2)]
    [InlineData(2, 5)]
    [InlineData(3, 7)]
    [InlineData(4, 9)]
    [InlineData(5, 2)]
    [InlineData(6, 13)]
    [InlineData(8, 3)]
    [InlineData(30, 7)]
    [InlineData(128, 3)]
    public void TheOtherBatchIsTheSmallestThatTells(long batch, long other) => Assert.Equal(other, ExampleInputs.OtherBatch(batch));

    [Fact]
    public void NoRemainderAndNoQuotientIsTheSameForBoth()
    {
        for (var batch = 1L; batch <= 300; batch++)
        {
            var other = ExampleInputs.OtherBatch(batch);
            Assert.True(other >= 2, $"{batch}: {other}");
            for (var by = 2L; by <= Math.Max(batch, other); by++)
            {
                Assert.False(batch % by == 0 && other % by == 0, $"{batch} and {other} by {by}");
                Assert.False(batch / by == other / by && batch / by > 0, $"{batch} and {other} over {by}");
            }
        }
    }

    [Theory]
    [InlineData(3, 7)]
    [InlineData(8, 3)]
    public void OnlyInputsWithTheBatchInFrontAreResized(long batch, long other)
    {
        using var scope = NewDisposeScope();
        Tensor[] inputs = [randn(batch, 5), randn(7, 5), tensor(2.0), randint(9, [batch])];
        var resized = ExampleInputs.Resize(inputs);
        Assert.Equal([other, 5], resized[0].shape);
        Assert.Same(inputs[1], resized[1]);
        Assert.Same(inputs[2], resized[2]);
        Assert.Equal([other], resized[3].shape);
        Assert.True(resized[0].narrow(0, 0, 2).equal(inputs[0].narrow(0, 0, 2)).all().item<bool>());

        // What forward changes in place is not the example.
        resized[0].zero_();
        Assert.NotEqual(0, inputs[0].abs().sum().item<float>());
    }
}
