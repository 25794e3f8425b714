using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.optim;
using static TorchSharp.torch.optim.lr_scheduler;

namespace TorchSharp.Managed.Tests.Schedulers;

/// <summary>Learning rates against the schedules' closed forms, epoch by epoch.</summary>
public class SchedulerTests
{
    private const double Rate = 0.4;
    private const int Epochs = 30;

    private static readonly Dictionary<string, (Func<Optimizer, LRScheduler> Make, Func<int, double> Expected)> Known = new()
    {
        ["StepLR"] = (o => StepLR(o, 4, 0.5), e => Rate * Math.Pow(0.5, e / 4)),
        ["MultiStepLR"] = (o => MultiStepLR(o, [3, 7, 7, 20], 0.1), e => Rate * (e < 3 ? 1 : e < 7 ? 0.1 : e < 20 ? 1e-2 : 1e-3)),
        ["ExponentialLR"] = (o => ExponentialLR(o, 0.9), e => Rate * Math.Pow(0.9, e)),
        ["LambdaLR"] = (o => LambdaLR(o, e => 1.0 / (e + 1)), e => Rate / (e + 1)),
        ["LinearLR"] = (o => LinearLR(o, 0.25, 0.75, 10), e => Rate * (0.25 + (0.5 * Math.Min(e, 10) / 10))),
        ["CosineAnnealingLR"] = (o => CosineAnnealingLR(o, 12, 0.02), e => 0.02 + ((Rate - 0.02) * (1 + Math.Cos(Math.PI * e / 12)) / 2)),
        ["CosineAnnealingLR 2"] = (o => CosineAnnealingLR(o, 5), e => Rate * (1 + Math.Cos(Math.PI * e / 5)) / 2),
    };

    public static TheoryData<string> Names => [.. Known.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void EveryEpochHasTheRateOfTheClosedForm(string name)
    {
        using Optimizer optimizer = NewOptimizer();
        LRScheduler scheduler = Known[name].Make(optimizer);
        for (int epoch = 0; epoch < Epochs; epoch++)
        {
            double expected = Known[name].Expected(epoch);
            Assert.Equal(expected, RateOf(optimizer), 1e-12);
            Assert.Equal(expected, scheduler.get_last_lr().Single(), 1e-12);
            scheduler.step();
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void AnEpochCanBeNamed(string name)
    {
        using Optimizer optimizer = NewOptimizer();
        LRScheduler scheduler = Known[name].Make(optimizer);
        foreach (int epoch in new[] { 9, 2, 21 })
        {
            scheduler.step((int?)epoch);
            Assert.Equal(Known[name].Expected(epoch), RateOf(optimizer), 1e-12);
        }
    }

    [Fact]
    public void EveryGroupKeepsItsOwnStart()
    {
        var optimizer = SGD([new SGD.ParamGroup([NewParameter()], lr: 1), new SGD.ParamGroup([NewParameter()], lr: 0.1)], 0.5);
        LRScheduler scheduler = ExponentialLR(optimizer, 0.5);
        scheduler.step();
        Assert.Equal([0.5, 0.05], scheduler.get_last_lr());
        Assert.Equal([1.0, 0.1], optimizer.ParamGroups.Select(g => g.InitialLearningRate));
    }

    [Theory]
    [InlineData(impl.OneCycleLR.AnnealStrategy.Cos, false)]
    [InlineData(impl.OneCycleLR.AnnealStrategy.Linear, false)]
    [InlineData(impl.OneCycleLR.AnnealStrategy.Cos, true)]
    public void OneCycleRisesAndFalls(impl.OneCycleLR.AnnealStrategy strategy, bool threePhase)
    {
        const int Total = 40;
        const double Peak = 0.5, First = Peak / 10, Last = First / 100;
        var optimizer = SGD([NewParameter()], Rate, momentum: 0.9);
        LRScheduler scheduler = OneCycleLR(optimizer, Peak, Total, pct_start: 0.25, anneal_strategy: strategy, div_factor: 10, final_div_factor: 100, three_phase: threePhase);

        // Knots of the schedule: step, learning rate, momentum.
        (double Step, double Rate, double Momentum)[] knots = threePhase
            ? [(0, First, 0.95), (9, Peak, 0.85), (18, First, 0.95), (39, Last, 0.95)]
            : [(0, First, 0.95), (9, Peak, 0.85), (39, Last, 0.95)];
        for (int step = 0; step < Total; step++)
        {
            int k = 1;
            while (step > knots[k].Step)
            {
                k++;
            }

            double share = (step - knots[k - 1].Step) / (knots[k].Step - knots[k - 1].Step);
            double weight = strategy == impl.OneCycleLR.AnnealStrategy.Linear ? share : (1 - Math.Cos(Math.PI * share)) / 2;
            Assert.Equal(knots[k - 1].Rate + (weight * (knots[k].Rate - knots[k - 1].Rate)), RateOf(optimizer), 1e-12);
            Assert.Equal(knots[k - 1].Momentum + (weight * (knots[k].Momentum - knots[k - 1].Momentum)), ((IMomentum)optimizer.ParamGroups.Single()).Momentum, 1e-12);
            if (step < Total - 1)
            {
                scheduler.step();
            }
        }

        scheduler.step();
        Assert.Throws<InvalidOperationException>(() => scheduler.step());
    }

    [Fact]
    public void OneCycleMovesTheFirstBetaOfAdam()
    {
        var optimizer = Adam([NewParameter()]);
        LRScheduler scheduler = OneCycleLR(optimizer, 1, epochs: 5, steps_per_epoch: 4);
        Assert.Equal((0.95, 0.999), ((IBetas)optimizer.ParamGroups.Single()).Betas);
        for (int i = 0; i < 5; i++)
        {
            scheduler.step();
        }

        Assert.Equal((0.85, 0.999), ((IBetas)optimizer.ParamGroups.Single()).Betas);
        Assert.Equal(1, RateOf(optimizer), 1e-12);
        Assert.Throws<ArgumentException>(() => OneCycleLR(optimizer, 1));
        Assert.Throws<ArgumentException>(() => OneCycleLR(optimizer, [1, 2], total_steps: 5));
        Assert.Throws<ArgumentException>(() => OneCycleLR(optimizer, 1, 10, pct_start: 2));
    }

    [Fact]
    public void APlateauLowersTheRateAfterItsPatience()
    {
        using Optimizer optimizer = NewOptimizer();
        LRScheduler scheduler = ReduceLROnPlateau(optimizer, factor: 0.5, patience: 2, cooldown: 1, min_lr: [0.15]);
        var rates = new List<double>();
        foreach (double loss in new[] { 3, 2, 2, 2, 1.99999, 2, 2, 2, 2, 2, 2, 2, 2 })
        {
            scheduler.step(loss);
            rates.Add(RateOf(optimizer));
        }

        // Two bad epochs are borne, the third lowers; the next does not count; the floor holds.
        Assert.Equal([0.4, 0.4, 0.4, 0.4, 0.2, 0.2, 0.2, 0.2, 0.15, 0.15, 0.15, 0.15, 0.15], rates);
        Assert.Throws<InvalidOperationException>(scheduler.step);
    }

    [Fact]
    public void APlateauCanBeOfARisingMeasureOrAbsolute()
    {
        using Optimizer optimizer = NewOptimizer();
        LRScheduler scheduler = ReduceLROnPlateau(optimizer, "max", 0.1, patience: 0, threshold: 0.5, threshold_mode: "abs");
        scheduler.step(1.0);
        scheduler.step(2.0);
        Assert.Equal(Rate, RateOf(optimizer), 1e-12);
        scheduler.step(2.4);
        Assert.Equal(Rate / 10, RateOf(optimizer), 1e-12);
        scheduler.step(double.NaN);
        Assert.Equal(Rate / 100, RateOf(optimizer), 1e-12);
        Assert.Throws<ArgumentException>(() => ReduceLROnPlateau(optimizer, "up"));
        Assert.Throws<ArgumentException>(() => ReduceLROnPlateau(optimizer, factor: 1));
        Assert.Throws<ArgumentException>(() => ReduceLROnPlateau(optimizer, min_lr: [1, 2]));
    }

    [Fact]
    public void LinearFactorsAreChecked()
    {
        using Optimizer optimizer = NewOptimizer();
        Assert.Throws<ArgumentException>(() => LinearLR(optimizer, start_factor: 0));
        Assert.Throws<ArgumentException>(() => LinearLR(optimizer, end_factor: 1.5));
    }

    private static Parameter NewParameter() => new(zeros(1));

    private static Optimizer NewOptimizer() => SGD([NewParameter()], Rate);

    private static double RateOf(Optimizer optimizer) => optimizer.ParamGroups.Single().LearningRate;
}
