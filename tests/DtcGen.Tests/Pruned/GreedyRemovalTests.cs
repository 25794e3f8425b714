using DtcGen.Calibrating;
using TorchSharp;
using static TorchSharp.torch;

namespace DtcGen.Tests.Pruned;

/// <summary>The updates of greedy removal against a refit from scratch for every set of neurons that has left.</summary>
[Collection(GlobalGenerator.Collection)]
public sealed class GreedyRemovalTests
{
    // Entries of two neurons in a row, entries apart, and entries that no neuron has.
    public static TheoryData<int, long[]> Layouts => new()
    {
        { 1, [0, 1, 2, 3, 4, 5] },
        { 2, [4, 0, 6, 1, 2, 3] },
        { 3, [0, 4, 1, 5, 2, 6] },
    };

    [Theory]
    [MemberData(nameof(Layouts))]
    public void EachRemovalCostsWhatARefitFromScratchSays(int seed, long[] places)
    {
        using var scope = NewDisposeScope();
        random.manual_seed(seed);
        var each = seed == 1 ? 1 : 2;
        var rows = randn(40, 7, ScalarType.Float64).matmul(randn(7, 7, ScalarType.Float64));
        var h = rows.t().matmul(rows) + eye(7, dtype: ScalarType.Float64);
        var w = randn(7, 2, ScalarType.Float64);
        var (plainH, plainW) = (Plain(h), Plain(w));
        var neurons = places.Chunk(each).ToArray();
        var removal = new GreedyRemoval(h.unsqueeze(0), w.unsqueeze(0), tensor(places).reshape(-1, each));
        var gone = new List<int>();
        var lost = 0.0;
        foreach (var leaving in new[] { 1, 0, 2 })
        {
            var costs = removal.Costs().data<double>().ToArray();
            for (var neuron = 0; neuron < neurons.Length; neuron++)
            {
                var next = neurons[neuron].Select(static entry => (int)entry);
                var expected = gone.Contains(neurons[neuron].Select(static entry => (int)entry).First())
                    ? 0
                    : LeastSquares.Lost(plainH, plainW, [.. gone, .. next]) - lost;
                Assert.Equal(expected, costs[neuron], 1e-9 * Math.Max(1, lost));
            }

            gone.AddRange(neurons[leaving].Select(static entry => (int)entry));
            lost = LeastSquares.Lost(plainH, plainW, gone);
            removal.Remove(leaving);
        }

        Assert.True(lost > 0.1);
    }

    [Fact]
    public void GroupsOfAConvolutionAreAddedUp()
    {
        using var scope = NewDisposeScope();
        random.manual_seed(9);
        var rows = randn(2, 30, 4, ScalarType.Float64);
        var h = rows.transpose(1, 2).matmul(rows);
        var w = randn(2, 4, 3, ScalarType.Float64);
        var removal = new GreedyRemoval(h, w, arange(4, ScalarType.Int64).reshape(4, 1));
        removal.Remove(3);

        var expected = Enumerable.Range(0, 2).Sum(group
            => LeastSquares.Lost(Plain(h[group]), Plain(w[group]), [1, 3]) - LeastSquares.Lost(Plain(h[group]), Plain(w[group]), [3]));
        Assert.Equal(expected, removal.Costs()[1].item<double>(), 1e-9);
    }

    internal static double[,] Plain(Tensor matrix)
    {
        var plain = new double[matrix.shape[0], matrix.shape[1]];
        for (var i = 0; i < plain.GetLength(0); i++)
        {
            for (var j = 0; j < plain.GetLength(1); j++)
            {
                plain[i, j] = matrix[i, j].item<double>();
            }
        }

        return plain;
    }
}
