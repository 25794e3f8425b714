using TorchSharp;
using static TorchSharp.torch;

namespace TorchSharp.Managed.Tests.Memory;

[Collection(nameof(SharedStateCollection))]
public class DisposeScopeTests
{
    public DisposeScopeTests()
    {
        // What other tests left to the finalizers must not come back in the middle of a count.
        GC.Collect();
        GC.WaitForPendingFinalizers();
    }

    [Fact]
    public void AScopeDisposesWhatWasMadeInIt()
    {
        long before = Live;
        Tensor kept;
        using (var scope = NewDisposeScope())
        {
            Tensor x = ones(3, 4);
            Tensor y = (x * 2) + 1;
            kept = y.MoveToOuterDisposeScope();
            Assert.Equal(before + 3, Live);
            Assert.Equal(2, scope.DisposablesCount);
        }

        Assert.Equal(before + 1, Live);
        Assert.Equal(3f, kept.data<float>()[0, 0]);
        kept.Dispose();
        kept.Dispose();
        Assert.Equal(before, Live);
        Assert.Throws<InvalidOperationException>(() => kept.shape);
    }

    [Fact]
    public void MemoryIsBackInThePoolAtOnce()
    {
        long before = PoolUse.Settled();
        Tensor x = zeros(1000, 1000);
        Assert.True(MemoryPool.BytesInUse >= before + 4_000_000);
        Tensor view = x.narrow(0, 0, 2);
        x.Dispose();
        Assert.True(MemoryPool.BytesInUse >= before + 4_000_000);
        view.Dispose();
        Assert.True(MemoryPool.BytesInUse < before + 4_000_000);
    }

    [Fact]
    public void OneOperationMakesOneTensor()
    {
        using var scope = NewDisposeScope();
        Tensor x = randn(4, 5, requires_grad: true);
        Tensor w = randn(5, 3);
        (string, Func<object>)[] operations =
        [
            ("add", () => x + 1),
            ("mul of types", () => x * ones(5, dtype: int64)),
            ("matmul", () => x.matmul(w)),
            ("batched matmul", () => x.unsqueeze(0).matmul(w)),
            ("mean", () => x.mean([0])),
            ("softmax", () => x.softmax(0)),
            ("eq", () => x > 0),
            ("where", () => torch.where(x > 0, x, -x)),
            ("argmax", () => x.argmax(1)),
            ("reshape", () => x.t().reshape(20)),
            ("to", () => x.to(float64)),
            ("masked_fill", () => x.masked_fill(x > 0, 1)),
        ];
        long[] made = [1, 2, 1, 2, 1, 1, 1, 3, 1, 2, 1, 2];
        for (int i = 0; i < operations.Length; i++)
        {
            long before = Live;
            operations[i].Item2();
            Assert.Equal((operations[i].Item1, before + made[i]), (operations[i].Item1, Live));
        }
    }

    [Fact]
    public void BackwardLeavesNothingButGradients()
    {
        using var scope = NewDisposeScope();
        Tensor w = randn(30, 40, requires_grad: true);
        long live = Live;
        long bytes = 0;
        for (int step = 0; step < 20; step++)
        {
            using (NewDisposeScope())
            {
                Tensor loss = (randn(50, 30).mm(w).relu().softmax(1) * 3).square().mean();
                loss.backward();
                Assert.NotNull(w.grad);
            }

            Assert.Equal(live, Live);
            bytes = step == 1 ? PoolUse.Settled() : bytes;
        }

        Assert.True(MemoryPool.BytesInUse <= bytes + 1_000_000, "memory in use grows with the steps");
    }

    [Fact]
    public void AGraphThatNobodyRunsReleasesItsValues()
    {
        Tensor w = randn(500, 500, requires_grad: true);
        long before = PoolUse.Settled();
        using (NewDisposeScope())
        {
            Tensor y = w;
            for (int i = 0; i < 20; i++)
            {
                y = y.exp();
            }

            Assert.True(MemoryPool.BytesInUse >= before + 20_000_000);
        }

        Assert.True(MemoryPool.BytesInUse < before + 10_000_000);
        w.Dispose();
    }

    [Fact]
    public void StatisticsTellTheWaysApart()
    {
        ThreadDisposeScopeStatistics statistics = DisposeScopeManager.Statistics;
        statistics.Reset();
        Tensor outside = ones(1);
        using (var scope = NewDisposeScope())
        {
            Tensor inside = ones(1);
            Tensor detached = ones(1).DetachFromDisposeScope();
            scope.Attach(outside);
            inside.Dispose();
            detached.Dispose();
        }

        Assert.Equal(1, statistics.CreatedOutsideScopeCount);
        Assert.Equal(2, statistics.CreatedInScopeCount);
        Assert.Equal(1, statistics.DetachedFromScopeCount);
        Assert.Equal(1, statistics.AttachedToScopeCount);
        Assert.Equal(2, statistics.DisposedInScopeCount);
        Assert.Equal(1, statistics.DisposedOutsideScopeCount);
        Assert.Equal(0, statistics.ThreadTotalLiveCount);
    }

    private static long Live => DisposeScopeManager.Statistics.ThreadTotalLiveCount;
}
