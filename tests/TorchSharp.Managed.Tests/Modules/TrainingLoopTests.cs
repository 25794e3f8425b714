using TorchSharp.Managed.Tests.Memory;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp.Managed.Tests.Modules;

/// <summary>Training as users write it: it learns, and leaves nothing behind.</summary>
public class TrainingLoopTests
{
    [Fact]
    public void ANetworkLearnsToTellTwoClassesApart()
    {
        random.manual_seed(1);
        using Sequential model = Sequential(Linear(2, 16), Tanh(), Linear(16, 2));
        using var optimizer = optim.Adam(model.parameters(), lr: 0.02);
        using Tensor x = randn(256, 2);
        using Tensor y = (x.select(1, 0) * x.select(1, 1)).gt(0).to(int64);
        float first = 0;
        float last = 0;
        for (int step = 0; step < 200; step++)
        {
            using DisposeScope scope = NewDisposeScope();
            model.zero_grad();
            Tensor loss = functional.cross_entropy(model.call(x), y);
            loss.backward();
            optimizer.step();
            last = loss.item<float>();
            first = step == 0 ? last : first;
        }

        Assert.True(last < first / 5, $"loss went from {first} to {last}");
        double accuracy = model.call(x).argmax(1).eq(y).to(float64).mean().item<double>();
        Assert.True(accuracy > 0.97, $"accuracy {accuracy}");
    }

    [Fact]
    public void StepsLeaveNothingBehind()
    {
        random.manual_seed(2);
        using Sequential model = Sequential(Flatten(), Linear(20, 33), ReLU(), Dropout(0.2), Linear(33, 5), GELU(), Linear(5, 3));
        using var optimizer = optim.Adam(model.parameters(), weight_decay: 1e-4, amsgrad: true);
        using Tensor x = randn(17, 4, 5);
        using Tensor y = randint(3, new long[] { 17 });
        Step();
        Step();
        long live = DisposeScopeManager.Statistics.ThreadTotalLiveCount;
        long bytes = PoolUse.Settled();
        for (int i = 0; i < 100; i++)
        {
            Step();
        }

        Assert.Equal(live, DisposeScopeManager.Statistics.ThreadTotalLiveCount);
        Assert.True(MemoryPool.BytesInUse <= bytes, "memory in use has grown");

        void Step()
        {
            using DisposeScope scope = NewDisposeScope();
            optimizer.zero_grad();
            functional.cross_entropy(model.call(x), y, label_smoothing: 0.1).backward();
            optimizer.step();
        }
    }

    [Fact]
    public void LayersAndOptimizersReturnTheirMemory()
    {
        MakeAndDispose();
        long live = DisposeScopeManager.Statistics.ThreadTotalLiveCount;
        long bytes = PoolUse.Settled();
        for (int i = 0; i < 20; i++)
        {
            MakeAndDispose();
        }

        Assert.Equal(live, DisposeScopeManager.Statistics.ThreadTotalLiveCount);
        Assert.True(MemoryPool.BytesInUse <= bytes, "memory in use has grown");

        static void MakeAndDispose()
        {
            using Linear layer = Linear(10, 10);
            using var optimizer = optim.SGD(layer.parameters(), 0.1, momentum: 0.9);
            using (NewDisposeScope())
            {
                layer.call(ones(3, 10)).sum().backward();
                optimizer.step();
                layer.weight = new Parameter(layer.weight.detach().narrow(0, 0, 4).clone());
            }
        }
    }
}
