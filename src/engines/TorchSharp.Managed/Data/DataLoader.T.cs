using System.Collections;

namespace TorchSharp.Modules;

/// <summary>Goes through a data set batch by batch.</summary>
/// <typeparam name="T">A sample's type.</typeparam>
/// <typeparam name="S">A batch's type.</typeparam>
public class DataLoader<T, S> : IEnumerable<S>, IDisposable
{
    /// <summary>Makes a loader with an order of its user's choice.</summary>
    /// <param name="dataset">The data set.</param>
    /// <param name="batchSize">The number of samples in a batch.</param>
    /// <param name="collate_fn">Makes a batch of samples, on the device.</param>
    /// <param name="shuffler">The numbers of the samples; gone through anew for every pass.</param>
    /// <param name="device">The device: the processor.</param>
    /// <param name="num_worker">The number of threads that get samples.</param>
    /// <param name="drop_last">Whether to leave out a last batch that is not full.</param>
    /// <param name="disposeBatch">Whether to dispose a batch's tensors when the next is asked for.</param>
    /// <param name="disposeDataset">Whether the loader disposes the data set with itself.</param>
    public DataLoader(torch.utils.data.Dataset<T> dataset, int batchSize, Func<IEnumerable<T>, Device, S> collate_fn, IEnumerable<long> shuffler, Device? device = null, int num_worker = 1, bool drop_last = false, bool disposeBatch = true, bool disposeDataset = true)
    {
        ArgumentNullException.ThrowIfNull(dataset);
        ArgumentNullException.ThrowIfNull(collate_fn);
        ArgumentNullException.ThrowIfNull(shuffler);
        ArgumentOutOfRangeException.ThrowIfLessThan(batchSize, 1);
        this.dataset = dataset;
        batch_size = batchSize;
        this.collate_fn = collate_fn;
        sampler = shuffler;
        Device = torch.Available(device);
        num_workers = Math.Max(num_worker, 1);
        this.drop_last = drop_last;
        DisposeBatch = disposeBatch;
        DisposeDataset = disposeDataset;
    }

    /// <summary>Makes a loader in the order of the data set, or in a random one.</summary>
    /// <param name="dataset">The data set.</param>
    /// <param name="batchSize">The number of samples in a batch.</param>
    /// <param name="collate_fn">Makes a batch of samples, on the device.</param>
    /// <param name="shuffle">Whether the order is random, anew for every pass.</param>
    /// <param name="device">The device: the processor.</param>
    /// <param name="seed">The seed of the order, the same for every pass; null for any.</param>
    /// <param name="num_worker">The number of threads that get samples.</param>
    /// <param name="drop_last">Whether to leave out a last batch that is not full.</param>
    /// <param name="disposeBatch">Whether to dispose a batch's tensors when the next is asked for.</param>
    /// <param name="disposeDataset">Whether the loader disposes the data set with itself.</param>
    public DataLoader(torch.utils.data.Dataset<T> dataset, int batchSize, Func<IEnumerable<T>, Device, S> collate_fn, bool shuffle = false, Device? device = null, int? seed = null, int num_worker = 1, bool drop_last = false, bool disposeBatch = true, bool disposeDataset = true)
        : this(dataset, batchSize, collate_fn, SampleOrder.Of(dataset.Count, shuffle, seed), device, num_worker, drop_last, disposeBatch, disposeDataset)
    {
    }

    /// <summary>The data set.</summary>
    public torch.utils.data.Dataset<T> dataset { get; }

    /// <summary>The number of samples in a batch.</summary>
    public int batch_size { get; }

    /// <summary>Whether a last batch that is not full is left out.</summary>
    public bool drop_last { get; }

    /// <summary>The numbers of the samples, in order.</summary>
    public IEnumerable<long> sampler { get; }

    /// <summary>The number of threads that get samples.</summary>
    public int num_workers { get; }

    /// <summary>Makes a batch of samples.</summary>
    public Func<IEnumerable<T>, Device, S> collate_fn { get; }

    /// <summary>Where the batches are.</summary>
    public Device Device { get; }

    /// <summary>Whether a batch's tensors are disposed when the next is asked for.</summary>
    public bool DisposeBatch { get; }

    /// <summary>Whether the loader disposes the data set with itself.</summary>
    public bool DisposeDataset { get; }

    /// <summary>The number of batches in a pass over the whole data set.</summary>
    public long Count => drop_last ? dataset.Count / batch_size : (dataset.Count + batch_size - 1) / batch_size;

    /// <summary>Goes through the data set once.</summary>
    /// <returns>The batches, in order.</returns>
    public IEnumerator<S> GetEnumerator()
    {
        foreach (long[] numbers in sampler.Chunk(batch_size))
        {
            if (drop_last && numbers.Length < batch_size)
            {
                yield break;
            }

            (S batch, IReadOnlyList<IDisposable> owned) = Load(numbers);
            try
            {
                yield return batch;
            }
            finally
            {
                foreach (IDisposable tensor in DisposeBatch ? owned : [])
                {
                    tensor.Dispose();
                }
            }
        }
    }

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Disposes the data set, if the loader was told to.</summary>
    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Disposes the data set, if the loader was told to.</summary>
    /// <param name="disposing">True when called by <see cref="Dispose()"/>.</param>
    protected virtual void Dispose(bool disposing)
    {
        if (disposing && DisposeDataset)
        {
            dataset.Dispose();
        }
    }

    /// <summary>Makes a batch. Its tensors belong to no scope; those made for the samples are gone.</summary>
    private (S Batch, IReadOnlyList<IDisposable> Owned) Load(long[] numbers)
    {
        var samples = new T[numbers.Length];
        var made = new IReadOnlyList<IDisposable>[numbers.Length];
        if (num_workers == 1)
        {
            for (int i = 0; i < numbers.Length; i++)
            {
                Get(i);
            }
        }
        else
        {
            Parallel.For(0, numbers.Length, new ParallelOptions { MaxDegreeOfParallelism = num_workers }, Get);
        }

        try
        {
            using DisposeScope scope = torch.NewDisposeScope();
            S batch = collate_fn(samples, Device);
            IReadOnlyList<IDisposable> owned = scope.DisposablesView;
            scope.Detach(owned);
            return (batch, owned);
        }
        finally
        {
            foreach (IDisposable tensor in made.SelectMany(static list => list))
            {
                tensor.Dispose();
            }
        }

        void Get(int i)
        {
            // Scopes belong to threads, so that each sample has one of its own.
            using DisposeScope scope = torch.NewDisposeScope();
            samples[i] = dataset.GetTensor(numbers[i]);
            made[i] = scope.DisposablesView;
            scope.Detach(made[i]);
        }
    }
}
