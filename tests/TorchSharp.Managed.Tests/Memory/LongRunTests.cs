using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp.Managed.Tests.Memory;

/// <summary>Ten thousand training steps hold both the managed heap and the pool flat.</summary>
[Collection(nameof(SharedStateCollection))]
public class LongRunTests
{
    private const int Steps = 10_000;

    /// <summary>Less than 27 bytes a step: no object is that small and kept.</summary>
    private const long Slack = 256 * 1024;

    [Fact]
    public void TenThousandStepsHoldTheMemoryFlat()
    {
        random.manual_seed(3);
        using Sequential model = Sequential(Conv2d(1, 2, 3), BatchNorm2d(2), ReLU(), MaxPool2d(2), Flatten(), Dropout(0.1), Linear(2, 3));
        using var optimizer = optim.Adam(model.parameters());
        using Tensor x = randn(2, 1, 4, 4);
        using Tensor y = randint(3, new long[] { 2 });
        for (int step = 0; step < 200; step++)
        {
            Step();
        }

        (long heap, long live, long used, long free) = Now();
        for (int step = 0; step < Steps; step++)
        {
            Step();
        }

        (long heapAfter, long liveAfter, long usedAfter, long freeAfter) = Now();
        Assert.Equal(live, liveAfter);
        Assert.Equal(used, usedAfter);
        Assert.Equal(free, freeAfter);
        Assert.True(heapAfter - heap < Slack, $"the managed heap grew from {heap} to {heapAfter} bytes");

        void Step()
        {
            using DisposeScope scope = NewDisposeScope();
            optimizer.zero_grad();
            functional.cross_entropy(model.call(x), y).backward();
            optimizer.step();
        }
    }

    [Fact]
    public void AKeptTensorPerStepWouldBeSeen()
    {
        (long heap, long live, long used, _) = Now();
        Tensor[] kept = [.. Enumerable.Range(0, Steps).Select(static _ => zeros(1))];
        (long heapAfter, long liveAfter, long usedAfter, _) = Now();
        Assert.True(heapAfter - heap > Slack && liveAfter == live + Steps && usedAfter > used);
        foreach (Tensor tensor in kept)
        {
            tensor.Dispose();
        }
    }

    private static (long Heap, long Live, long Used, long Free) Now()
    {
        long heap = GC.GetTotalMemory(forceFullCollection: true);
        return (heap, DisposeScopeManager.Statistics.ThreadTotalLiveCount, MemoryPool.BytesInUse, MemoryPool.BytesFree);
    }
}
