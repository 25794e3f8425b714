using static TorchSharp.torch;

namespace DtcGen.Samples.Cifar.Tests;

/// <summary>Mirroring and shifting: what comes out shows the same, and the same again for the same step.</summary>
public sealed class AugmentationTests
{
    [Fact]
    public void EveryImageIsAShiftOfItselfOrItsMirrorImage()
    {
        using var scope = NewDisposeScope();

        // Every pixel is a number of its own, none of them the border's zero.
        var images = (arange(6 * 2 * 9 * 9) + 1).to(float32).reshape(6, 2, 9, 9);
        var before = images.data<float>().ToArray();
        var after = Augmentation.Apply(images, seed: 3, step: 11).contiguous().data<float>().ToArray();

        Assert.Equal(before.Length, after.Length);
        Assert.All(Enumerable.Range(0, 6), image => Assert.Contains(
            from mirrored in new[] { false, true }
            from dy in Enumerable.Range(-4, 9)
            from dx in Enumerable.Range(-4, 9)
            select (mirrored, dy, dx),
            change => IsChange(before.AsSpan(image * 162, 162), after.AsSpan(image * 162, 162), change.mirrored, change.dy, change.dx)));
    }

    [Fact]
    public void ItDependsOnSeedAndStepAlone()
    {
        using var scope = NewDisposeScope();
        var images = rand(4, 3, 32, 32);
        Assert.True(Augmentation.Apply(images, 1, 5).allclose(Augmentation.Apply(images, 1, 5), 0, 0));
        Assert.False(Augmentation.Apply(images, 1, 5).allclose(Augmentation.Apply(images, 1, 6), 0, 0));
        Assert.False(Augmentation.Apply(images, 1, 5).allclose(Augmentation.Apply(images, 2, 5), 0, 0));
    }

    private static bool IsChange(ReadOnlySpan<float> before, ReadOnlySpan<float> after, bool mirrored, int dy, int dx)
    {
        for (var i = 0; i < after.Length; i++)
        {
            var y = i / 9 % 9 + dy;
            var x = i % 9 + dx;
            var expected = y is < 0 or > 8 || x is < 0 or > 8 ? 0 : before[i / 81 * 81 + y * 9 + (mirrored ? 8 - x : x)];
            if (after[i] != expected)
            {
                return false;
            }
        }

        return true;
    }
}
