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
}
