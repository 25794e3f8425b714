using DtcGen.Runtime;
using DtcGen.Tests.Training;
using DtcGen.Training;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;
using Task = DtcGen.Tests.Training.Task;

namespace DtcGen.Tests.Runtime;

/// <summary>A model belongs to one thread at a time: what breaks another thread's use of it is refused, where it can be seen.</summary>
[Collection(GlobalGenerator.Collection)]
public sealed class ModelUseTests
{
    [Fact]
    public void OfTwoClipsAtOnceTheSecondIsRefusedAndChangesNothing()
    {
        using var model = Sequential(("first", Linear(4, 8)), ("last", Linear(8, 3)));
        using (var first = Clip(model))
        {
            first.Outputs("first", (Linear)model[0]);

            var refusal = Assert.IsType<InvalidOperationException>(OnAnotherThread(() => Clip(model).Dispose()));

            Assert.Contains("'Sequential' is in use by another thread (clip)", refusal.Message, StringComparison.Ordinal);
            Assert.Contains("one thread at a time", refusal.Message, StringComparison.Ordinal);
        }

        Assert.Equal(8, ((Linear)model[0]).weight.shape[0]);
        Assert.Null(OnAnotherThread(() => Clip(model).Dispose()));
    }

    [Fact]
    public void WhileAnotherThreadTrainsThereIsNoClip()
    {
        using var model = Task.Model();
        Exception? refusal = null;
        var loop = new TrainingLoop(model, Batches.InOrder(Task.Batches(1)), (output, targets) =>
        {
            refusal = OnAnotherThread(() => Clip(model).Dispose());
            return TrainingLoop.CrossEntropy(output, targets);
        });

        using var optimizer = optim.SGD(model.parameters(), 0.1);
        loop.Run(optimizer, 1);

        Assert.Contains("(training)", Assert.IsType<InvalidOperationException>(refusal).Message, StringComparison.Ordinal);
        Assert.Null(OnAnotherThread(() => Clip(model).Dispose()));
    }

    [Theory]
    [InlineData("Batches")]
    [InlineData("Optimizer")]
    [InlineData("Evaluate")]
    [InlineData("Checkpoint")]
    public void WhileAnotherThreadCompressesNothingElseGoesOn(string point)
    {
        using var model = Task.Model();
        Exception?[] refusals = [];
        var options = new Interruption(point, 1, TryAll).Options(1);

        Assert.True(CompressTrain.Run(model, options).Completed);

        Assert.Equal(3, refusals.Length);
        Assert.All(
            refusals, static refusal => Assert.Contains("(compression)", Assert.IsType<InvalidOperationException>(refusal).Message));
        Assert.True(CompressTrain.Run(model, Task.Options(new ShareSchedule(0.75))).Completed);

        void TryAll() => refusals =
        [
            OnAnotherThread(() => Clip(model).Dispose()),
            OnAnotherThread(() => CompressTrain.Run(model, Task.Options(new ShareSchedule(0.5)))),
            OnAnotherThread(() => model.LoadPruned(new MemoryStream())),
        ];
    }

    [Fact]
    public void WhatACallbackDoesOnOtherThreadsBelongsToItsRun()
    {
        using var model = Task.Model();
        var options = new Interruption("Evaluate", 1, () => System.Threading.Tasks.Task.Run(Export).GetAwaiter().GetResult()).Options(1);

        Assert.True(CompressTrain.Run(model, options).Completed);

        async System.Threading.Tasks.Task Export()
        {
            using var use = ModelUse.Read(model, "export");
            await System.Threading.Tasks.Task.Yield();
        }
    }

    [Fact]
    public void ReadersDoNotRefuseEachOther()
    {
        var (model, other) = (new object(), new object());
        using var use = ModelUse.Read(model, "export");

        Assert.Null(OnAnotherThread(() => ModelUse.Read(model, "weight sums").Dispose()));
        Assert.Null(OnAnotherThread(() => ModelUse.Change(other, "clip").Dispose()));
        Assert.IsType<InvalidOperationException>(OnAnotherThread(() => ModelUse.Change(model, "clip").Dispose()));

        // A thread does not refuse itself.
        ModelUse.Change(model, "clip").Dispose();
    }

    private static NeuronClip Clip(Module model) => new(model, new NeuronGroup(0, "first", []), 8, [1, 2]);

    private static Exception? OnAnotherThread(Action action)
    {
        Exception? thrown = null;

        // As one that was there before.
        using (ExecutionContext.SuppressFlow())
        {
            var thread = new Thread(() => thrown = Record.Exception(action));
            thread.Start();
            thread.Join();
        }

        return thrown;
    }
}
