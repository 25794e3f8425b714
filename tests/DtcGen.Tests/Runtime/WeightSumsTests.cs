using DtcGen.Runtime;
using static TorchSharp.torch;

namespace DtcGen.Tests.Runtime;

/// <summary>Sums of weights for each neuron, beside loops over their entries.</summary>
public sealed class WeightSumsTests
{
    private static readonly string[] Maps = ["signed", "magnitude", "square", "another"];

    /// <summary>Whole registers of floats and what is left over them; kernels of one entry and of several.</summary>
    public static TheoryData<long[]> Shapes =>
    [
        [5, 3, 3, 3],
        [7, 16],
        [4, 33, 1, 1],
        [3, 5, 7],
        [1, 1],
        [2, 40, 2, 2],
    ];

    [Theory]
    [MemberData(nameof(Shapes))]
    public void SumsAreThoseOfTheEntries(long[] shape)
    {
        using var scope = NewDisposeScope();
        var weight = randn(shape, generator: new Generator(1)).mul(1e3);
        foreach (var map in Maps)
        {
            Check(weight, map);

            // The same numbers where they do not lie row by row, in another type, and as a part of a larger tensor.
            Check(weight.transpose(0, 1).contiguous().transpose(0, 1), map);
            Check(weight.to(float64), map);
            Check(weight.to(bfloat16), map);
            Check(cat([zeros_like(weight), weight]).narrow(0, shape[0], shape[0]), map);
        }
    }

    [Fact]
    public void NeuronsWithTheSameWeightsHaveTheSameSumsToTheBit()
    {
        using var scope = NewDisposeScope();
        var row = randn(1, 19, 3, 3, generator: new Generator(2));
        var column = randn(19, 1, 3, 3, generator: new Generator(3));

        Assert.Single(Rows(row.expand(37, -1, -1, -1).contiguous()).Distinct());
        Assert.Single(Columns(column.expand(-1, 37, -1, -1).contiguous()).Distinct());

        static double[] Rows(Tensor weight) => Sums(WeightSums.Rows(weight, WeightMap.Square));
        static double[] Columns(Tensor weight) => Sums(WeightSums.Columns(weight, WeightMap.Square));
    }

    [Fact]
    public void WhatCancelsInDoublePrecisionIsNotLost()
    {
        // In float32, 1 beside 1e9 is nothing.
        using var weight = tensor(new float[,] { { 1e9f, 1, -1e9f }, { 1, 1e9f, -1e9f } });
        Assert.Equal([1, 1], Sums(WeightSums.Rows(weight, null)));
    }

    [Fact]
    public void NothingLeadsOutOfNeuronsThatNothingTakes()
    {
        using var weight = ones(3, 2);
        Assert.Equal([0, 0, 0], Sums(WeightSums.None(WeightSums.Rows(weight, null))));
    }

    [Fact]
    public void LayersOfOtherSizesAreRefused()
    {
        using var weight = ones(3, 2);
        var failure = Assert.Throws<InvalidOperationException>(() => WeightSums.Rows(weight, null) + WeightSums.Columns(weight, null));
        Assert.Contains("3 neurons", failure.Message, StringComparison.Ordinal);
    }

    private static void Check(Tensor weight, string name)
    {
        (Func<Tensor, Tensor>? Map, Func<double, double> Term) one = name switch
        {
            "signed" => (null, static weight => weight),
            "magnitude" => (WeightMap.Magnitude, Math.Abs),
            "square" => (WeightMap.Square, static weight => weight * weight),
            _ => (static weights => weights.pow(4), static weight => Math.Pow(weight, 4)),
        };
        var shape = weight.shape;
        var entries = weight.to(float64).contiguous().data<double>().ToArray();
        var (rows, columns, size) = (new double[shape[0]], new double[shape[1]], 0.0);
        var each = entries.Length / (rows.Length * columns.Length);
        for (var i = 0; i < entries.Length; i++)
        {
            var value = one.Term(entries[i]);
            rows[i / (each * columns.Length)] += value;
            columns[i / each % columns.Length] += value;
            size += Math.Abs(value);
        }

        Near(rows, Sums(WeightSums.Rows(weight, one.Map)));
        Near(columns, Sums(WeightSums.Columns(weight, one.Map)));

        void Near(double[] expected, double[] actual)
        {
            Assert.Equal(expected.Length, actual.Length);
            Assert.All(expected.Zip(actual), pair => Assert.InRange(Math.Abs(pair.First - pair.Second), 0, 1e-14 * size));
        }
    }

    private static double[] Sums(NeuronSums sums) => WeightSums.ToRaySums(sums, sums).Previous;
}
