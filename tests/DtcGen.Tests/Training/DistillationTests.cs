using DtcGen.Tests.Pruned;
using DtcGen.Training;
using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace DtcGen.Tests.Training;

[Collection(GlobalGenerator.Collection)]
public sealed class DistillationTests
{
    private static readonly double[] Seen = [0.3, -1.2, 2.5, 0.1, 0.7, -0.4];
    private static readonly double[] Taught = [1.0, 0.2, -0.5, 2.0, -1.5, 0.6];

    [Theory]
    [InlineData(2, 0.3)]
    [InlineData(4, 1)]
    [InlineData(0.5, 0)]
    public void TheLossIsThatOfThePaper(double temperature, double alpha)
    {
        using var scope = NewDisposeScope();
        using var teacher = Identity();
        var distillation = new Distillation(teacher, temperature, alpha);
        var output = tensor(Seen, requires_grad: true).reshape(2, 3);
        output.retain_grad();

        var loss = distillation.Loss(tensor(Taught).reshape(2, 3), output, tensor([2L, 0]));
        loss.backward();

        Assert.Equal(Expected(Seen, temperature, alpha), loss.item<double>(), 1e-12);
        for (var i = 0; i < Seen.Length; i++)
        {
            const double Step = 1e-6;
            double At(double change) => Expected([.. Seen.Select((value, j) => j == i ? value + change : value)], temperature, alpha);
            Assert.Equal((At(Step) - At(-Step)) / (2 * Step), output.grad!.data<double>()[i], 1e-7);
        }
    }

    [Fact]
    public void PlacesOfAnImageCountAlike()
    {
        using var scope = NewDisposeScope();
        using var teacher = Identity();
        var (inputs, output) = (randn(2, 3, 4, dtype: float64), randn(2, 3, 4, dtype: float64));
        var distillation = new Distillation(teacher, 2, 1);

        // Each place by itself, one after the other.
        var expected = Enumerable.Range(0, 4).Average(place => distillation
            .Loss(inputs[TensorIndex.Ellipsis, place], output[TensorIndex.Ellipsis, place], zeros(2)).item<double>());
        Assert.Equal(expected, distillation.Loss(inputs, output, zeros(2)).item<double>(), 1e-12);
    }

    [Fact]
    public void TheTeacherIsEvaluatedWithoutGradientsAndGetsItsModesBack()
    {
        using var scope = NewDisposeScope();
        var (dropout, linear) = (Dropout(0.5), Linear(3, 3));
        using var teacher = Sequential(("dropout", dropout), ("linear", linear));
        teacher.train();
        linear.eval();
        var distillation = new Distillation(teacher);
        var (inputs, output) = (randn(5, 3), randn(5, 3, requires_grad: true));
        var targets = randint(0, 3, [5]);
        var live = DisposeScopeManager.Statistics.TensorStatistics.ThreadTotalLiveCount;

        var first = distillation.Loss(inputs, output, targets);
        var second = distillation.Loss(inputs, output, targets);

        Assert.Equal(live + 2, DisposeScopeManager.Statistics.TensorStatistics.ThreadTotalLiveCount);
        Assert.Equal(first.item<float>(), second.item<float>());
        first.backward();
        Assert.Null(linear.weight.grad);
        Assert.NotNull(output.grad);
        Assert.Equal((true, true, false), (teacher.training, dropout.training, linear.training));
    }

    [Fact]
    public void WhatCannotBeIsRefused()
    {
        using var scope = NewDisposeScope();
        using var teacher = Identity();
        Assert.Throws<ArgumentOutOfRangeException>(() => new Distillation(teacher, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Distillation(teacher, double.PositiveInfinity));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Distillation(teacher, 1, 1.1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Distillation(teacher, 1, double.NaN));
        Assert.Contains(
            "The teacher's output is [2, 4] and the network's [2, 3]",
            Assert.Throws<ArgumentException>(() => new Distillation(teacher).Loss(zeros(2, 4), zeros(2, 3), zeros(2))).Message,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void ANetworkLearnsFromItsDenseCopyAsItIsCompressed(bool ownLoop)
    {
        using var scope = NewDisposeScope();
        random.manual_seed(2);
        using var teacher = new SmallNet();
        using var model = new SmallNet();
        model.load_state_dict(teacher.state_dict());
        var before = teacher.get_parameter("first.weight")!.detach().clone();
        var batch = (randn(64, 5), zeros(64, int64));
        var distillation = new Distillation(teacher, temperature: 2, alpha: 1);
        var options = new CompressOptions
        {
            Batches = Batches.InOrder([batch]),
            Schedule = new OneShotSchedule(0.5),
            StepsPerCycle = 0,
            LossWithInputs = distillation.Loss,
        };
        CompressTrain.Run(model, options);
        var clipped = Lost();

        var learnt = ownLoop ? InOwnLoop() : CompressTrain.Run(model, options with
        {
            Schedule = new OneShotSchedule(0.25),
            StepsPerCycle = 100,
            Optimizer = static parameters => optim.Adam(parameters, 1e-2),
        }).Cycles[0].Loss;

        Assert.True(clipped > 1e-3);
        Assert.True(learnt < 0.6 * clipped, $"{clipped} to {learnt}");
        Assert.Equal(before.data<float>(), teacher.get_parameter("first.weight")!.detach().data<float>());

        double InOwnLoop()
        {
            using var optimizer = optim.Adam(model.parameters(), 1e-2);
            return new TrainingLoop(model, options.Batches, distillation.Loss).Run(optimizer, 100);
        }

        double Lost() => distillation.Loss(batch.Item1, model.call(batch.Item1), batch.Item2).item<float>();
    }

    [Fact]
    public void TheLossGetsTheBatchsInputs()
    {
        using var scope = NewDisposeScope();
        using var model = Task.Model();
        var batches = Task.Batches(4);
        var seen = 0;
        CompressTrain.Run(model, Task.Options(new OneShotSchedule(0.5)) with
        {
            Batches = Batches.InOrder(batches),
            Loss = static (_, _) => throw new InvalidOperationException("not this one"),
            LossWithInputs = (inputs, output, targets) =>
            {
                Assert.Same(batches[seen % 4].Inputs, inputs);
                Assert.Same(batches[seen++ % 4].Targets, targets);
                return TrainingLoop.CrossEntropy(output, targets);
            },
        });
        Assert.Equal(10, seen);
    }

    private static TorchSharp.Modules.Sequential Identity() => Sequential(("same", nn.Identity()));

    // With targets 2 and 0.
    private static double Expected(double[] seen, double temperature, double alpha)
    {
        var hard = -0.5 * (Math.Log(Softmax(seen[..3], 1)[2]) + Math.Log(Softmax(seen[3..], 1)[0]));
        var soft = 0.5 * (Divergence(Taught[..3], seen[..3], temperature) + Divergence(Taught[3..], seen[3..], temperature));
        return ((1 - alpha) * hard) + (alpha * temperature * temperature * soft);
    }

    private static double Divergence(double[] taught, double[] seen, double temperature)
        => Softmax(taught, temperature).Zip(Softmax(seen, temperature), static (p, q) => p * Math.Log(p / q)).Sum();

    private static double[] Softmax(double[] logits, double temperature)
    {
        var powers = Array.ConvertAll(logits, logit => Math.Exp(logit / temperature));
        return Array.ConvertAll(powers, power => power / powers.Sum());
    }
}
