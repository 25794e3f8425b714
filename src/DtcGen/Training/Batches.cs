using static TorchSharp.torch;

namespace DtcGen.Training;

/// <summary>Batch sources from what a caller has.</summary>
public static class Batches
{
    /// <summary>Batches that are held in memory, one after the other, from the first again at the start of each cycle.</summary>
    /// <param name="batches">At least one; they stay the caller's.</param>
    public static BatchSource InOrder(IReadOnlyList<(Tensor Inputs, Tensor Targets)> batches)
    {
        ArgumentNullException.ThrowIfNull(batches);
        if (batches.Count == 0)
        {
            throw new ArgumentException("At least one batch is needed.", nameof(batches));
        }

        return position => batches[position.StepInCycle % batches.Count];
    }

    /// <summary>
    /// Batches of a sequence, from its beginning again whenever it ends. A tensor that the sequence makes in one
    /// step and needs in a later one must be detached from its dispose scope.
    /// </summary>
    /// <param name="batches">A sequence that can be enumerated again and again.</param>
    public static BatchSource Repeat(IEnumerable<(Tensor Inputs, Tensor Targets)> batches)
    {
        ArgumentNullException.ThrowIfNull(batches);
        IEnumerator<(Tensor Inputs, Tensor Targets)>? enumerator = null;
        return _ =>
        {
            if (enumerator is null || !enumerator.MoveNext())
            {
                enumerator?.Dispose();
                enumerator = batches.GetEnumerator();
                if (!enumerator.MoveNext())
                {
                    throw new InvalidOperationException("The sequence of batches is empty.");
                }
            }

            return enumerator.Current;
        };
    }

    /// <summary>
    /// Batches cut out of whole tensors along their first axis, in an order that is drawn anew for every pass.
    /// The order depends only on the seed and the pass.
    /// </summary>
    /// <param name="inputs">All inputs; they stay the caller's.</param>
    /// <param name="targets">Their targets.</param>
    /// <param name="batchSize">How many to a batch; what is left over at the end of a pass is left out.</param>
    /// <param name="seed">Of the order.</param>
    public static BatchSource Shuffled(Tensor inputs, Tensor targets, int batchSize, uint seed)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        ArgumentNullException.ThrowIfNull(targets);
        ArgumentOutOfRangeException.ThrowIfLessThan(batchSize, 1);
        var count = checked((int)inputs.shape[0]);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(batchSize, count);
        var perPass = count / batchSize;
        var (currentPass, order) = (-1L, Array.Empty<int>());
        return position =>
        {
            var pass = position.Step / perPass;
            if (pass != currentPass)
            {
                order = new Replay.NumPyLegacyRandom(unchecked(seed + (uint)pass)).Permutation(count);
                currentPass = pass;
            }

            var first = (int)(position.Step % perPass) * batchSize;
            var chosen = Array.ConvertAll(order[first..(first + batchSize)], i => (long)i);
            return (Choose(inputs, chosen), Choose(targets, chosen));
        };
    }

    private static Tensor Choose(Tensor from, long[] samples) => from.index_select(0, tensor(samples, device: from.device));
}
