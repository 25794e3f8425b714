using DtcGen.Recording;
using TorchSharp;
using static TorchSharp.torch;

namespace DtcGen.Tests.Recording;

/// <summary>Indices that are not followed, before anything is computed with them.</summary>
[Collection(GlobalGenerator.Collection)]
public sealed class IndexingTests
{
    [Fact]
    public void OneEllipsisAloneStandsForTheRest()
    {
        using var scope = NewDisposeScope();
        using var model = nn.Identity();
        var recorder = new Recorder(model);
        var x = randn(2, 3, 5, 7);
        recorder.AddInput(x);
        var slice = TensorIndex.Slice(1, 2);
        Assert.Equal([2, 3, 1, 1], Indexing.View(recorder, x, [TensorIndex.Ellipsis, slice, slice]).shape);
        var unfollowed = Assert.Throws<UnfollowedException>(
            () => Indexing.View(recorder, x, [TensorIndex.Ellipsis, TensorIndex.Ellipsis, slice, slice]));
        Assert.Contains("more than one ellipsis", unfollowed.Message, StringComparison.Ordinal);
    }
}
