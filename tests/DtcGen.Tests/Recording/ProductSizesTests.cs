using DtcGen.Recording;
using TorchSharp;
using static TorchSharp.torch;

namespace DtcGen.Tests.Recording;

/// <summary>The guard before matrix products, which TorchSharp does not have.</summary>
public sealed class ProductSizesTests
{
    [Theory]
    [InlineData(new long[] { 4 }, new long[] { 4 })]
    [InlineData(new long[] { 4 }, new long[] { 4, 3 })]
    [InlineData(new long[] { 5, 4 }, new long[] { 4 })]
    [InlineData(new long[] { 5, 4 }, new long[] { 4, 3 })]
    [InlineData(new long[] { 2, 5, 4 }, new long[] { 4 })]
    [InlineData(new long[] { 2, 5, 4 }, new long[] { 4, 3 })]
    [InlineData(new long[] { 2, 5, 4 }, new long[] { 2, 4, 3 })]
    [InlineData(new long[] { 2, 5, 4 }, new long[] { 1, 4, 3 })]
    [InlineData(new long[] { 7, 1, 5, 4 }, new long[] { 2, 4, 3 })]
    public void SizesThatMatmulTakesFit(long[] left, long[] right)
    {
        using var scope = NewDisposeScope();
        Assert.True(ProductSizes.Fit(left, right));
        Assert.False(torch.matmul(ones(left), ones(right)).IsInvalid);
    }

    [Theory]
    [InlineData(new long[] { }, new long[] { 4 })]
    [InlineData(new long[] { 4 }, new long[] { 5 })]
    [InlineData(new long[] { 4 }, new long[] { 3, 4 })]
    [InlineData(new long[] { 5, 4 }, new long[] { 5, 4 })]
    [InlineData(new long[] { 2, 5, 4 }, new long[] { 3, 4, 3 })]
    [InlineData(new long[] { 7, 3, 5, 4 }, new long[] { 2, 4, 3 })]
    public void OthersAreRefusedBeforeTheyReachIt(long[] left, long[] right)
    {
        using var scope = NewDisposeScope();
        using var model = nn.Identity();
        var recorder = new Recorder(model);
        recorder.In(ones(left));
        Assert.False(ProductSizes.Fit(left, right));
        Assert.Throws<ArgumentException>(() => recorder.InProduct(ones(right)));
    }
}
