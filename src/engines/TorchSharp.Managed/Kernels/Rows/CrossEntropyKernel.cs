using System.Numerics;

namespace TorchSharp.Kernels;

/// <summary>
/// Cross-entropy of logits against class indices, one loss per row. With class weights w (null: all 1), label
/// smoothing ε and C columns, a row's loss is −Σ q·log softmax(x), where q = (1 − ε)·w[target] at the target plus
/// ε/C·w everywhere. A row whose target is <c>ignoreIndex</c> has loss 0 and no gradient.
/// </summary>
internal static unsafe class CrossEntropyKernel
{
    /// <summary>
    /// Writes each row's loss and the softmax (rows × columns) that the backward pass needs, and returns what the mean
    /// divides by: the sum of w[target] over the rows that count. Targets must have been checked: each is a column or
    /// <paramref name="ignoreIndex"/>.
    /// </summary>
    public static double Forward<T>(nint rows, nint columns, T* logits, long* targets, T* weights, long ignoreIndex, double smoothing, T* probabilities, T* losses)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (smoothing == 0 && columns <= CrossEntropyColumnsJob<T>.MostColumns)
        {
            Workers.For(rows, SoftmaxKernel.RowGrain(columns), new CrossEntropyColumnsJob<T>(columns, logits, targets, weights, ignoreIndex, probabilities, losses));
        }
        else
        {
            Workers.For(rows, SoftmaxKernel.RowGrain(columns), new CrossEntropyJob<T>(columns, logits, targets, weights, ignoreIndex, smoothing, probabilities, losses));
        }

        double total = 0;
        for (nint row = 0; row < rows; row++)
        {
            if (targets[row] != ignoreIndex)
            {
                total += weights == null ? 1 : double.CreateTruncating(weights[targets[row]]);
            }
        }

        return total;
    }

    /// <summary>
    /// Writes the logits' gradient, given the gradient of each row's loss: <paramref name="gradient"/>[row·<paramref name="gradientStride"/>]·<paramref name="scale"/>
    /// (a stride of 0 and a scale of 1/total for a mean).
    /// </summary>
    public static void Backward<T>(nint rows, nint columns, T* probabilities, long* targets, T* weights, long ignoreIndex, double smoothing, T* gradient, nint gradientStride, double scale, T* target)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        => Workers.For(
            rows,
            SoftmaxKernel.RowGrain(columns),
            new CrossEntropyBackwardJob<T>(columns, probabilities, targets, weights, ignoreIndex, smoothing, gradient, gradientStride, scale, target));
}
