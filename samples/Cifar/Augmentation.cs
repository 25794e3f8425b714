using DtcGen.Replay;
using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace DtcGen.Samples.Cifar;

/// <summary>
/// Changes photographs without changing what they show: each is mirrored by chance, and a batch is shifted by a few
/// pixels. It depends on nothing but the seed and the step, so a resumed run sees the same images.
/// </summary>
internal static class Augmentation
{
    private const int LargestShift = 4;

    /// <param name="images">Images × channels × rows × columns.</param>
    /// <param name="seed">The run's seed.</param>
    /// <param name="step">The training step.</param>
    public static Tensor Apply(Tensor images, uint seed, long step)
    {
        var random = new NumPyLegacyRandom(unchecked((seed * 0x9E3779B9) ^ (uint)step));
        var shape = images.shape;
        bool[] mirrored = [.. Enumerable.Range(0, (int)shape[0]).Select(_ => random.NextDouble() < 0.5)];
        long[] backwards = [.. Enumerable.Range(0, (int)shape[3]).Select(column => shape[3] - 1 - column)];
        var flipped = where(tensor(mirrored).reshape(shape[0], 1, 1, 1), images.index_select(3, tensor(backwards)), images);

        // The border that a shift uncovers is the mean colour, which normalisation puts at zero.
        var padded = functional.pad(flipped, (LargestShift, LargestShift, LargestShift, LargestShift));
        return padded.narrow(2, Shift(), shape[2]).narrow(3, Shift(), shape[3]);

        long Shift() => (long)(random.NextDouble() * (2 * LargestShift + 1));
    }
}
