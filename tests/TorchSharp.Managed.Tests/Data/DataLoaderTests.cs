using TorchSharp.Managed.Tests.Memory;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Managed.Tests.Data;

/// <summary>Batches of a data set: their order, their sizes, and who disposes what.</summary>
public class DataLoaderTests
{
    [Fact]
    public void BatchesFollowTheDataSet()
    {
        using var loader = new DataLoader(new Numbers(10), 4);
        Assert.Equal(3, loader.Count);
        Assert.Equal([[0, 1, 2, 3], [4, 5, 6, 7], [8, 9]], Batches(loader));
        Assert.Equal([[0, 1, 2, 3], [4, 5, 6, 7], [8, 9]], Batches(loader));
    }

    [Fact]
    public void SamplesAreStackedByName()
    {
        using var loader = new DataLoader(new Numbers(3), 2);
        Dictionary<string, Tensor> batch = loader.First();
        Assert.Equal(["data", "label"], batch.Keys);
        foreach (Dictionary<string, Tensor> b in loader)
        {
            Assert.Equal([2L, 2], b["data"].shape);
            Assert.Equal([2L], b["label"].shape);
            break;
        }
    }

    [Fact]
    public void AShortLastBatchCanBeDropped()
    {
        using var loader = new DataLoader(new Numbers(10), 4, drop_last: true);
        Assert.Equal(2, loader.Count);
        Assert.Equal(2, Batches(loader).Count);
    }

    [Fact]
    public void ShufflingKeepsEverySampleAndItsSeedTheOrder()
    {
        using var loader = new DataLoader(new Numbers(100), 7, shuffle: true, seed: 3);
        long[] order = [.. Batches(loader).SelectMany(b => b)];
        Assert.Equal(Enumerable.Range(0, 100).Select(i => (long)i), order.Order());
        Assert.NotEqual(order.Order(), order);
        Assert.Equal(order, Batches(loader).SelectMany(b => b));
        using var other = new DataLoader(new Numbers(100), 7, shuffle: true, seed: 4);
        Assert.NotEqual(order, Batches(other).SelectMany(b => b));
    }

    [Fact]
    public void TheOrderCanBeGiven()
    {
        using var loader = new DataLoader(new Numbers(10), 2, new long[] { 5, 3, 9 });
        Assert.Equal([[5, 3], [9]], Batches(loader));
    }

    [Fact]
    public void ABatchIsDisposedWhenTheNextIsAskedFor()
    {
        using var loader = new DataLoader(new Numbers(4), 2);
        var seen = new List<Tensor>();
        foreach (Dictionary<string, Tensor> batch in loader)
        {
            Assert.All(seen, t => Assert.True(t.IsInvalid));
            Assert.False(batch["data"].IsInvalid);
            seen.AddRange(batch.Values);
        }

        Assert.All(seen, t => Assert.True(t.IsInvalid));
        using var keeping = new DataLoader(new Numbers(4), 2, disposeBatch: false);
        List<Dictionary<string, Tensor>> all = [.. keeping];
        Assert.All(all.SelectMany(b => b.Values), t => Assert.False(t.IsInvalid));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void APassLeavesNothingBehind(int workers)
    {
        using var stored = new Numbers(20);
        using var loader = new DataLoader(stored, 6, num_worker: workers, disposeDataset: false);
        Batches(loader);
        long bytes = PoolUse.Settled();
        long live = DisposeScopeManager.Statistics.ThreadTotalLiveCount;
        Assert.Equal(20, Batches(loader).Sum(b => b.Length));
        Assert.True(MemoryPool.BytesInUse <= bytes, "memory in use has grown");
        if (workers == 1)
        {
            Assert.Equal(live, DisposeScopeManager.Statistics.ThreadTotalLiveCount);
        }
    }

    [Fact]
    public void TheLoaderDisposesTheDataSetOnRequest()
    {
        var owned = new Numbers(2);
        new DataLoader(owned, 1).Dispose();
        Assert.True(owned.IsDisposed);
        using var shared = new Numbers(2);
        new DataLoader(shared, 1, disposeDataset: false).Dispose();
        Assert.False(shared.IsDisposed);
    }

    [Fact]
    public void ABatchCanBeOfAnyType()
    {
        using var loader = new DataLoader<Dictionary<string, Tensor>, long>(new Numbers(5), 2, (samples, _) => samples.Sum(s => s["label"].item<long>()));
        Assert.Equal([1, 5, 4], loader);
    }

    private static List<long[]> Batches(DataLoader loader)
    {
        var result = new List<long[]>();
        foreach (Dictionary<string, Tensor> batch in loader)
        {
            result.Add(batch["label"].data<long>().ToArray());
        }

        return result;
    }

    /// <summary>Sample i is a row of two stored numbers and the label i.</summary>
    private sealed class Numbers(long count) : utils.data.Dataset
    {
        private readonly Tensor rows = arange(2 * count, dtype: float32).reshape(count, 2).DetachFromDisposeScope();

        public bool IsDisposed { get; private set; }

        public override long Count => count;

        public override Dictionary<string, Tensor> GetTensor(long index) => new()
        {
            ["data"] = rows.select(0, index),
            ["label"] = tensor(index),
        };

        protected override void Dispose(bool disposing)
        {
            IsDisposed = true;
            rows.Dispose();
            base.Dispose(disposing);
        }
    }
}
