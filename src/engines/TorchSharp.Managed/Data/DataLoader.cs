namespace TorchSharp.Modules;

/// <summary>Goes through a data set of dictionaries batch by batch: the tensors of each name are stacked.</summary>
public class DataLoader : DataLoader<Dictionary<string, Tensor>, Dictionary<string, Tensor>>
{
    /// <summary>Makes a loader with an order of its user's choice.</summary>
    /// <param name="dataset">The data set.</param>
    /// <param name="batchSize">The number of samples in a batch.</param>
    /// <param name="shuffler">The numbers of the samples; gone through anew for every pass.</param>
    /// <param name="device">The device: the processor.</param>
    /// <param name="num_worker">The number of threads that get samples.</param>
    /// <param name="drop_last">Whether to leave out a last batch that is not full.</param>
    /// <param name="disposeBatch">Whether to dispose a batch's tensors when the next is asked for.</param>
    /// <param name="disposeDataset">Whether the loader disposes the data set with itself.</param>
    public DataLoader(torch.utils.data.Dataset dataset, int batchSize, IEnumerable<long> shuffler, Device? device = null, int num_worker = 1, bool drop_last = false, bool disposeBatch = true, bool disposeDataset = true)
        : base(dataset, batchSize, Collate, shuffler, device, num_worker, drop_last, disposeBatch, disposeDataset)
    {
    }

    /// <summary>Makes a loader in the order of the data set, or in a random one.</summary>
    /// <param name="dataset">The data set.</param>
    /// <param name="batchSize">The number of samples in a batch.</param>
    /// <param name="shuffle">Whether the order is random, anew for every pass.</param>
    /// <param name="device">The device: the processor.</param>
    /// <param name="seed">The seed of the order, the same for every pass; null for any.</param>
    /// <param name="num_worker">The number of threads that get samples.</param>
    /// <param name="drop_last">Whether to leave out a last batch that is not full.</param>
    /// <param name="disposeBatch">Whether to dispose a batch's tensors when the next is asked for.</param>
    /// <param name="disposeDataset">Whether the loader disposes the data set with itself.</param>
    public DataLoader(torch.utils.data.Dataset dataset, int batchSize, bool shuffle = false, Device? device = null, int? seed = null, int num_worker = 1, bool drop_last = false, bool disposeBatch = true, bool disposeDataset = true)
        : base(dataset, batchSize, Collate, shuffle, device, seed, num_worker, drop_last, disposeBatch, disposeDataset)
    {
    }

    private static Dictionary<string, Tensor> Collate(IEnumerable<Dictionary<string, Tensor>> samples, Device device)
    {
        Dictionary<string, Tensor>[] list = [.. samples];
        return list[0].Keys.ToDictionary(static name => name, name => torch.stack(list.Select(sample => sample[name])));
    }
}
