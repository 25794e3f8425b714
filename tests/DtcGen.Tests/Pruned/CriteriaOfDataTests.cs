using DtcGen.Criteria;
using DtcGen.Training;
using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace DtcGen.Tests.Pruned;

/// <summary>Criteria against their formulas, written out over plain arrays.</summary>
[Collection(GlobalGenerator.Collection)]
public sealed class CriteriaOfDataTests
{
    private const int Inputs = 5;
    private const int First = 8;
    private const int Second = 7;

    [Fact]
    public void TaylorIsTheSumOfWeightTimesGradient()
    {
        using var scope = NewDisposeScope();
        using var model = Model();
        var batches = Labelled(3);
        var expected = MeanOfBothLayers(model, batches, static (weight, gradients) => Math.Abs(weight * gradients.Average()));
        AssertPicks(model, new TaylorCriterion(), Calibration.Labelled(batches), expected);
    }

    [Fact]
    public void DiagonalHessianIsHalfTheSquareOfWeightTimesTheMeanSquareOfGradients()
    {
        using var scope = NewDisposeScope();
        using var model = Model();
        var batches = Labelled(4);
        var expected = MeanOfBothLayers(
            model, batches, static (weight, gradients) => 0.5 * weight * weight * gradients.Average(static one => one * one));
        AssertPicks(model, new DiagonalHessianCriterion(), Calibration.Labelled(batches), expected);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void ActivationsAreThoseThatTheNextLayerTakes(bool areZeros)
    {
        using var scope = NewDisposeScope();
        using var model = Model();
        Tensor[] batches = [randn(30, Inputs), randn(11, Inputs)];
        var (weight, bias) = (Values(model, "first.weight"), Values(model, "first.bias"));
        var expected = new double[First];
        foreach (var batch in batches)
        {
            var inputs = batch.data<float>().ToArray();
            for (var sample = 0; sample < batch.shape[0]; sample++)
            {
                for (var neuron = 0; neuron < First; neuron++)
                {
                    var sum = bias[neuron];
                    for (var i = 0; i < Inputs; i++)
                    {
                        sum += weight[(neuron * Inputs) + i] * inputs[(sample * Inputs) + i];
                    }

                    expected[neuron] += (areZeros ? sum <= 0 ? 1 : 0 : Math.Max(0, sum)) / 41;
                }
            }
        }

        ICriterion criterion = areZeros ? new ZeroShareCriterion() : new MeanActivationCriterion();
        AssertPicks(model, criterion, Calibration.Inputs(batches), expected, highestLeave: areZeros);
    }

    [Fact]
    public void AConvolutionsActivationsAreTakenOverAllPlaces()
    {
        using var scope = NewDisposeScope();
        random.manual_seed(4);
        using var model = new ImageNet();
        var batch = randn(6, 2, 5, 5);
        var taken = Seen.On(model, batch, "side", "grouped");
        int[] both = [0, 1, 2, 3];

        // A neuron is a channel in each of two groups, and goes into two layers.
        var expected = both.Select(neuron => new[] { "side", "grouped" }.Average(layer => new[] { neuron, neuron + 4 }
            .Average(channel => taken[layer].Input.select(1, channel).abs().mean().item<float>()))).ToArray();

        var report = Pruning.Run(model, new PruneOptions
        {
            Budget = Budget.Neurons(1),
            Criterion = new MeanActivationCriterion(),
            Calibration = Calibration.Inputs(batch),
            Reconstruction = null,
        });

        Assert.Equal(expected.Min(), report.Groups[1].LowestScore, 1e-5);
        Assert.Equal(expected.Max(), report.Groups[1].HighestScore, 1e-5);
    }

    private static SmallNet Model()
    {
        random.manual_seed(6);
        return new SmallNet();
    }

    private static (Tensor Inputs, Tensor Targets)[] Labelled(int count)
        => [.. Enumerable.Range(0, count).Select(static _ => (randn(9, Inputs), randint(0, 3, [9])))];

    private static double[] Values(Module model, string parameter)
        => Array.ConvertAll(model.get_parameter(parameter)!.detach().data<float>().ToArray(), static value => (double)value);

    // For each neuron the sum over its weights in, and over those out; half of both.
    private static double[] MeanOfBothLayers(
        SmallNet model, (Tensor Inputs, Tensor Targets)[] batches, Func<double, IEnumerable<double>, double> term)
    {
        var gradients = batches.Select(batch => Gradients(model, batch)).ToArray();
        var (inWeight, outWeight) = (Values(model, "first.weight"), Values(model, "second.weight"));
        double In(int place) => term(inWeight[place], gradients.Select(gradient => gradient["first.weight"][place]));
        double Out(int place) => term(outWeight[place], gradients.Select(gradient => gradient["second.weight"][place]));
        return [.. Enumerable.Range(0, First).Select(neuron => 0.5 * (
            Enumerable.Range(0, Inputs).Sum(i => In((neuron * Inputs) + i))
                + Enumerable.Range(0, Second).Sum(i => Out((i * First) + neuron))))];
    }

    // By backward, as a training loop has them.
    private static Dictionary<string, double[]> Gradients(SmallNet model, (Tensor Inputs, Tensor Targets) batch)
    {
        model.zero_grad();
        TrainingLoop.CrossEntropy(model.call(batch.Inputs), batch.Targets).backward();
        var gradients = model.named_parameters().ToDictionary(
            static item => item.name,
            static item => Array.ConvertAll(item.parameter.grad!.data<float>().ToArray(), static value => (double)value));
        model.zero_grad();
        return gradients;
    }

    private static void AssertPicks(
        SmallNet model, ICriterion criterion, Calibration calibration, double[] expected, bool highestLeave = false)
    {
        var report = Pruning.Run(model, new PruneOptions
        {
            Budget = Budget.Neurons(0.5),
            Criterion = criterion,
            Calibration = calibration,
            Reconstruction = null,
            Rules = [new LayerRule("first") { Share = 0.5 }],
        });
        var order = Enumerable.Range(0, First).OrderByDescending(neuron => highestLeave ? -expected[neuron] : expected[neuron]);
        Assert.Equal(order.Take(First / 2).Order(), report.Groups[0].Kept);
        Assert.Equal(expected.Min(), report.Groups[0].LowestScore, 1e-6 * expected.Max());
        Assert.Equal(expected.Max(), report.Groups[0].HighestScore, 1e-6 * expected.Max());
        Assert.Equal(First / 2, model.CountNeurons(model.Groups[0]));
    }
}
