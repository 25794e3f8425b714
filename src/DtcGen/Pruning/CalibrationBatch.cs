using static TorchSharp.torch;

namespace DtcGen;

/// <summary>A batch.</summary>
/// <param name="Inputs">The tensors that the model takes, where they are known.</param>
/// <param name="Forward">Runs a model on it; returns its output, or, where the batch is of a kind of its own, its loss.</param>
/// <param name="Targets">What the output should be, and the loss of output and targets, where the batch has any.</param>
internal sealed record CalibrationBatch(
    IReadOnlyList<Tensor> Inputs,
    Func<nn.Module, Tensor> Forward,
    (Tensor Values, Func<Tensor, Tensor, Tensor> Loss)? Targets = null)
{
    /// <summary>Runs a model on it; returns its loss, or its output where there is no loss.</summary>
    public Tensor Run(nn.Module model) => Targets is var (values, loss) ? loss(Forward(model), values) : Forward(model);

    /// <summary>Runs a model on the batch; whatever is wrong with it is said with its number.</summary>
    /// <param name="model">The model.</param>
    /// <param name="number">The batch's number, from 0.</param>
    /// <exception cref="ArgumentException">The batch holds NaN or infinity, or forward does not take it.</exception>
    public Tensor RunChecked(nn.Module model, int number)
    {
        foreach (var input in Inputs)
        {
            ArgumentNullException.ThrowIfNull(input);
            if (input.is_floating_point() && !input.isfinite().all().item<bool>())
            {
                throw new ArgumentException($"Calibration batch {number} holds NaN or infinity.");
            }
        }

        try
        {
            return Run(model);
        }
        catch (Exception failure) when (failure is not (OutOfMemoryException or OperationCanceledException))
        {
            var shapes = string.Join(", ", Inputs.Select(static input => $"[{string.Join(", ", input.shape)}]"));
            throw new ArgumentException(
                $"Calibration batch {number}{(shapes.Length > 0 ? $" of shape {shapes}" : string.Empty)} cannot be run: {failure.Message.Split('\n')[0]}",
                failure);
        }
    }
}
