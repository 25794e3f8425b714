using DtcGen.Replay;
using DtcGen.Training;
using static TorchSharp.torch;

namespace DtcGen.Samples;

/// <summary>Cuts a set into batches, in an order drawn anew for each pass that depends on nothing but the seed and the pass.</summary>
/// <param name="images">The set.</param>
/// <param name="batchSize">Images per batch; the last of a pass may have fewer.</param>
/// <param name="seed">Decides the orders.</param>
/// <param name="augment">Whether the images are mirrored and shifted by chance.</param>
internal sealed class ShuffledBatches(TensorImages images, int batchSize, uint seed, bool augment = false)
{
    private long _currentPass = -1;
    private long[] _order = [];

    /// <summary>How many batches a pass has.</summary>
    public int PerPass { get; } = (images.Count + batchSize - 1) / batchSize;

    /// <summary>The batch for a step; a <see cref="BatchSource"/>.</summary>
    public (Tensor Inputs, Tensor Targets) At(TrainingPosition position)
    {
        var pass = position.Step / PerPass;
        if (pass != _currentPass)
        {
            _order = Array.ConvertAll(new NumPyLegacyRandom(unchecked(seed + (uint)pass)).Permutation(images.Count), i => (long)i);
            _currentPass = pass;
        }

        var first = (int)(position.Step % PerPass) * batchSize;
        var chosen = tensor(_order[first..Math.Min(first + batchSize, images.Count)]);
        var inputs = images.Inputs.index_select(0, chosen);
        return (augment ? Augmentation.Apply(inputs, seed, position.Step) : inputs, images.Targets.index_select(0, chosen));
    }
}
