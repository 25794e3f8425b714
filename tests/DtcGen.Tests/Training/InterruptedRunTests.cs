using DtcGen.Training;

namespace DtcGen.Tests.Training;

/// <summary>Whatever ends a compression, and wherever: the state fits the model, and the run goes on from it.</summary>
[Collection(GlobalGenerator.Collection)]
public class InterruptedRunTests
{
    private const int Steps = 3;

    private static readonly string[] Training = ["Optimizer", "Batches", "Loss", "StepProgress"];
    private static readonly string[] Clipping = ["Schedule", "first criterion", "last criterion", "Evaluate", "Progress", "Checkpoint"];

    public static TheoryData<string, int, int> WhileTraining => Points(Training);

    public static TheoryData<string, int, int> WhileClipping => Points(Clipping);

    [Theory]
    [MemberData(nameof(WhileTraining))]
    [MemberData(nameof(WhileClipping))]
    public void WhatUserCodeThrowsComesOutAsItIsAndTheRunGoesOn(string point, int cycle, int groups)
    {
        using var model = Task.Model(groups: groups);
        var fault = new DeliberateException();
        var options = new Interruption(point, cycle, () => throw fault).Options(Steps);

        var thrown = Assert.Throws<DeliberateException>(() => CompressTrain.Run(model, options));

        Assert.Same(fault, thrown);
        CheckGoesOn(model, options, CompressTrain.StateOf(thrown)!, point is "Progress" or "Checkpoint" ? cycle + 1 : cycle);
    }

    [Theory]
    [MemberData(nameof(WhileTraining))]
    [MemberData(nameof(WhileClipping))]
    public void ACancelledRunGoesOnFromItsResult(string point, int cycle, int groups)
    {
        using var model = Task.Model(groups: groups);
        using var cancellation = new CancellationTokenSource();
        var options = new Interruption(point, cycle, cancellation.Cancel).Options(Steps);

        var result = CompressTrain.Run(model, options, cancellation: cancellation.Token);

        // What clips and measures is not cut short.
        Assert.False(result.Completed);
        CheckGoesOn(model, options, result.State, Clipping[1..].Contains(point) ? cycle + 1 : cycle);
    }

    [Theory]
    [MemberData(nameof(WhileTraining))]
    [MemberData(nameof(WhileClipping))]
    public void UserCodeMayThrowThatItIsCancelled(string point, int cycle, int groups)
    {
        using var model = Task.Model(groups: groups);
        using var cancellation = new CancellationTokenSource();
        var options = new Interruption(point, cycle, Cancel).Options(Steps);

        var result = CompressTrain.Run(model, options, cancellation: cancellation.Token);

        Assert.False(result.Completed);
        CheckGoesOn(model, options, result.State, point is "Progress" or "Checkpoint" ? cycle + 1 : cycle);

        void Cancel()
        {
            cancellation.Cancel();
            cancellation.Token.ThrowIfCancellationRequested();
        }
    }

    // Without training, what is left follows from the weights that the model was made with.
    [Theory]
    [MemberData(nameof(WhileClipping))]
    public void NothingIsDoneTwiceOrLeftOut(string point, int cycle, int groups)
    {
        using var whole = Task.Model(groups: groups);
        var expected = CompressTrain.Run(whole, new Interruption("nowhere", 0, Throw).Options(0));
        using var model = Task.Model(groups: groups);
        var options = new Interruption(point, cycle, Throw).Options(0);

        var thrown = Assert.Throws<DeliberateException>(() => CompressTrain.Run(model, options));
        var result = CompressTrain.Run(model, options, CompressTrain.StateOf(thrown));

        Assert.Equal(whole.Weights(), model.Weights());
        Assert.Equal(expected.State.KeptNeurons(0), result.State.KeptNeurons(0));
    }

    [Theory]
    [InlineData(false, null)]
    [InlineData(true, null)]
    [InlineData(false, "Loss")]
    [InlineData(true, "Loss")]
    [InlineData(false, "Evaluate")]
    [InlineData(true, "Evaluate")]
    public void EveryModuleIsGivenBackInTheModeThatItCameIn(bool mode, string? fault)
    {
        using var model = Task.Model();
        model.train(mode);
        model.Layer("second").train(!mode);

        var thrown = Record.Exception(() => CompressTrain.Run(model, new Interruption(fault ?? "nowhere", 1, Throw).Options(Steps)));

        Assert.Equal(fault is null, thrown is null);
        Assert.Equal((mode, mode, !mode), (model.training, model.Layer("first").training, model.Layer("second").training));
    }

    [Fact]
    public void OfTwoRunsThatAnExceptionComesThroughTheOuterOnesStateCounts()
    {
        using var outer = Task.Model();
        using var inner = Task.Model(48);
        var options = new Interruption("Evaluate", 1, RunInner).Options(Steps);

        var thrown = Assert.Throws<DeliberateException>(() => CompressTrain.Run(outer, options));

        Assert.Equal([24, 12], CompressTrain.StateOf(thrown)!.InitialNeurons);
        Assert.Single(CompressTrain.StateOf(thrown)!.Cycles);

        void RunInner() => CompressTrain.Run(inner, new Interruption("Batches", 0, Throw).Options(Steps));
    }

    [Fact]
    public void ACancellationThatIsNotTheRunsOwnIsAnExceptionLikeAnyOther()
    {
        using var model = Task.Model();
        var options = new Interruption("Evaluate", 1, static () => throw new OperationCanceledException()).Options(Steps);

        var thrown = Assert.Throws<OperationCanceledException>(() => CompressTrain.Run(model, options));

        CheckGoesOn(model, options, CompressTrain.StateOf(thrown)!, 1);
    }

    [Fact]
    public void AnExceptionFromBeforeTheFirstStepHasNoState()
    {
        using var model = Task.Model();
        var refused = Assert.Throws<ArgumentException>(
            () => CompressTrain.Run(model, Task.Options(new ShareSchedule(0.5)), new CompressState([48, 24], 0, [])));

        Assert.Null(CompressTrain.StateOf(refused));
        Assert.Null(CompressTrain.StateOf(new DeliberateException()));
    }

    private static void Throw() => throw new DeliberateException();

    private static void CheckGoesOn(TwoLayers model, CompressOptions options, CompressState state, int cycles)
    {
        Assert.Equal(cycles, state.Cycles.Count);
        Assert.Equal(cycles * Steps, state.Steps);
        Assert.All(model.Groups, group => Assert.Equal(model.CountNeurons(group), state.KeptNeurons(group.Index).Count));

        var result = CompressTrain.Run(model, options, state);

        Assert.True(result.Completed);
        Assert.Equal(Enumerable.Range(0, result.Cycles.Count), result.Cycles.Select(static done => done.Cycle));
        Assert.All(model.Groups, group => Assert.Equal(group.Index == 0 ? 12 : 6, model.CountNeurons(group)));
    }

    private static TheoryData<string, int, int> Points(string[] points)
    {
        var data = new TheoryData<string, int, int>();
        foreach (var point in points)
        {
            foreach (var cycle in new[] { 0, 1 })
            {
                foreach (var groups in new[] { 1, 2 }.Where(groups => groups == 2 || point != "last criterion"))
                {
                    data.Add(point, cycle, groups);
                }
            }
        }

        return data;
    }
}
