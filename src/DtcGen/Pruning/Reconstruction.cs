using DtcGen.Calibrating;
using static TorchSharp.torch;

namespace DtcGen;

/// <summary>
/// How the layers behind the neurons that left are refitted: by least squares, in closed form, to what they computed on the
/// calibration's batches before.
/// </summary>
public sealed record Reconstruction
{
    /// <summary>The default of <see cref="Ridge"/>.</summary>
    public const double DefaultRidge = 1e-4;

    /// <summary>
    /// How hard weights are held to what they were, in units of the mean square of the layer's inputs; above 0. It counts in full where
    /// there are a hundred samples (in a convolution, windows) or more for each input, and in proportion more where there are fewer.
    /// </summary>
    public double Ridge { get; init; } = DefaultRidge;

    /// <summary>
    /// Whether layers are refitted one after the other, each on what the layers before it, clipped and refitted, then give it: two to
    /// three forward passes over the batches for each layer, one layer's products in memory at a time. False: all at once, each on what
    /// it took before the clip, in one pass; quicker, and worse in deep networks.
    /// </summary>
    public bool Sequential { get; init; } = true;

    /// <summary>Whether batch normalisations take their means and variances anew from the batches.</summary>
    public bool RefreshStatistics { get; init; } = true;

    /// <summary>
    /// Whether, after all that, the fully connected layer that makes the model's output is fitted to the calibration's targets: to the
    /// weights and bias with the least loss, held by <see cref="Ridge"/>, found by L-BFGS. With cross-entropy that is multinomial
    /// logistic regression on what the pruned network gives the layer. Takes <see cref="Calibration.Labelled"/>, keeps the layer's
    /// inputs of all batches in memory, and wants many more samples than the layer has weights. Outputs are then no longer as
    /// near to what they were as they can be, but nearer to their targets.
    /// </summary>
    /// <remarks>
    /// The loss has to be a mean over a batch's samples, as cross-entropy is: with a sum, samples of smaller batches count less, and
    /// <see cref="Ridge"/> holds less. It is given outputs in float32 where the model computes in half precision.
    /// </remarks>
    public bool FitOutput { get; init; }

    internal void Check(Calibration? calibration)
    {
        if (FitOutput && calibration is not { HasTargets: true })
        {
            throw new ArgumentException(
                $"{nameof(Reconstruction)}.{nameof(FitOutput)} fits a layer to targets, and there are none: give batches by {nameof(Calibration)}.{nameof(Calibration.Labelled)}, for a model from one tensor to one.");
        }

        if (!(Ridge > 0 && double.IsFinite(Ridge)))
        {
            throw new ArgumentOutOfRangeException(nameof(Ridge), Ridge, "The ridge must be a number above 0.");
        }
    }

    /// <summary>The layer that will be fitted to the targets in the end; null where none is to be.</summary>
    /// <exception cref="ArgumentException">There is none that can be.</exception>
    internal OutputFit? FindOutput(nn.Module model, Calibration? calibration, CancellationToken cancellation)
        => FitOutput ? OutputFit.Find(model, calibration!, Ridge, cancellation) : null;
}
