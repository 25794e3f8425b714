using DtcGen.Samples.Cifar;
using static TorchSharp.torch;

namespace DtcGen.Benchmarks;

/// <summary>Torch-Pruning, given a network's weights: what it leaves of them, as a network of ours.</summary>
/// <param name="torchPruning">The folder of its work tree.</param>
/// <param name="folder">Where files may be exchanged.</param>
internal sealed class ResidualPeer(string torchPruning, string folder)
{
    // Of float32 outputs that two programs compute.
    private const double SameOutput = 1e-3;

    private readonly PythonPeer _python = PythonPeer.FindTorchPruning(torchPruning)
        ?? throw new ArgumentException($"Torch-Pruning cannot be used from {torchPruning}: see above.", nameof(torchPruning));

    /// <summary>Has it prune.</summary>
    /// <param name="dense">The network, in evaluation mode.</param>
    /// <param name="share">Of its multiply-adds that may stay.</param>
    /// <param name="probe">Images, on which both programs must find the same output.</param>
    /// <returns>A network with the weights that it left.</returns>
    public ResNet20 Prune(ResNet20 dense, double share, Tensor probe)
    {
        using var scope = NewDisposeScope();
        using var guard = no_grad();
        Write("dense.bin", [.. State(dense).Select(static item => item.Value)]);
        Write("probe.bin", [probe]);
        Write("output.bin", [dense.call(probe)]);
        var answer = _python.Measure(
            "residual.py", 1, "--torch-pruning", torchPruning, "--folder", folder, "--share", share.ToString(Number.Invariant));
        if (!(answer["difference"][0] < SameOutput))
        {
            throw new InvalidOperationException($"The peer's network computes something else: difference {answer["difference"][0]}.");
        }

        var sizes = State(dense).Keys.Zip(answer["sizes"]).ToDictionary(static item => item.First, static item => (int)item.Second);
        var pruned = Pruned(dense, group => sizes[$"{group.Counter.Layer}.weight"], static (_, _, size)
            => [.. Enumerable.Range(0, size).Select(static neuron => (long)neuron)]);
        var values = new Queue<float>(Read("pruned.bin"));
        foreach (var (_, weight) in State(pruned))
        {
            float[] own = [.. Enumerable.Range(0, (int)weight.numel()).Select(_ => values.Dequeue())];
            weight.copy_(tensor(own).reshape(weight.shape));
        }

        return values.Count == 0 ? pruned : throw new InvalidOperationException("The peer's weights are not of a network of these sizes.");
    }

    /// <summary>A copy, each group clipped.</summary>
    /// <param name="dense">The network.</param>
    /// <param name="size">How many neurons of a group stay.</param>
    /// <param name="keep">Which: from the model, the group and their number.</param>
    public static ResNet20 Pruned(ResNet20 dense, Func<NeuronGroup, int> size, Func<ResNet20, NeuronGroup, int, long[]> keep)
    {
        var pruned = new ResNet20();
        pruned.load_state_dict(dense.state_dict());
        pruned.eval();
        long[][] kept = [.. pruned.Groups.Select(group => keep(pruned, group, size(group)))];
        foreach (var (group, neurons) in pruned.Groups.Zip(kept))
        {
            pruned.Clip(group, neurons);
        }

        return pruned;
    }

    /// <summary>The share of a network's tensors that are another's, to the last bit.</summary>
    public static double SameTensors(ResNet20 first, ResNet20 second)
        => State(first).Values.Zip(State(second).Values).Average(static pair =>
            pair.First.shape.SequenceEqual(pair.Second.shape) && pair.First.eq(pair.Second).all().item<bool>() ? 1.0 : 0);

    private static Dictionary<string, Tensor> State(ResNet20 model)
        => model.state_dict().Where(static item => !item.Key.EndsWith("num_batches_tracked", StringComparison.Ordinal))
            .ToDictionary(static item => item.Key, static item => item.Value);

    private void Write(string name, Tensor[] tensors)
    {
        using var file = new BinaryWriter(File.Create(Path.Combine(folder, name)));
        foreach (var value in tensors.SelectMany(static tensor => tensor.contiguous().data<float>()))
        {
            file.Write(value);
        }
    }

    private IEnumerable<float> Read(string name)
    {
        var bytes = File.ReadAllBytes(Path.Combine(folder, name));
        return Enumerable.Range(0, bytes.Length / sizeof(float)).Select(number => BitConverter.ToSingle(bytes, number * sizeof(float)));
    }
}
