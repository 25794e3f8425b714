using static TorchSharp.torch;

namespace DtcGen.Samples.Paper.Tests;

/// <summary>The random numbers that the published run started from, as PyTorch draws them.</summary>
public sealed class LibtorchNumbersTests
{
    [Fact]
    public void TheInitialWeightsAreThePublishedOnes()
    {
        using var scope = NewDisposeScope();
        using var model = new PaperModel(784, 512, 10);
        manual_seed(1); // What all threads share must not matter.
        model.Initialise(42424242);

        var first = model.get_parameter("fc1.weight")!;
        var values = first.data<float>().ToArray();
        AssertClose([-0.00357823586, -0.0986322388, 0.00722471159, -0.0359102786, 0.0430829078], values.Take(5));
        AssertClose([-0.0311629567], values.TakeLast(1));
        Assert.Equal(-11.787806, first.sum().item<float>(), 1e-3);
        AssertClose([0.0330145285, 0.0432362258, -0.0772203505], model.get_parameter("fc2.weight")!.data<float>().ToArray().Take(3));
    }

    [Fact]
    public void SeedZeroGivesTheKnownNumbers()
    {
        using var scope = NewDisposeScope();
        using var generator = new Generator(0);
        AssertClose([1.5409961, -0.2934289, -2.1787894, 0.5684313, -1.0845224], randn(5, generator: generator).data<float>().ToArray());
        AssertClose([0.0223258, 0.1688590, 0.2938885], rand(3, generator: generator).data<float>().ToArray());
        Assert.Equal([0, 5, 2, 7, 1, 3, 4, 6], randperm(8, generator: generator).data<long>().ToArray());

        using var again = new Generator(0);
        AssertClose([-1.1258398, -1.1523602, -0.2505786], randn(20, generator: again).data<float>().ToArray().Take(3));
    }

    private static void AssertClose(double[] expected, IEnumerable<float> actual)
        => Assert.All(expected.Zip(actual), static pair => Assert.Equal(pair.First, pair.Second, 5e-7 + (1e-6 * Math.Abs(pair.First))));
}
