using DtcGen.Recording;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace DtcGen.Training;

/// <summary>
/// Knowledge distillation (Hinton et al. 2015, arXiv 1503.02531): beside the targets, the network learns what a teacher, its own dense
/// copy say, makes of the same inputs. The loss is (1 − α)·L(output, targets) + α·T²·KL(softmax(teacher/T) ‖ softmax(output/T)), the
/// divergence being the mean over all places that have classes.
/// </summary>
/// <remarks>
/// The teacher runs in evaluation mode and without gradients; each of its modules is given back in the mode that it came in.
/// </remarks>
public sealed class Distillation
{
    private readonly Module<Tensor, Tensor> _teacher;
    private readonly Func<Tensor, Tensor, Tensor> _loss;

    /// <summary>Makes the loss.</summary>
    /// <param name="teacher">
    /// From the same inputs to an output of the same shape, logits with the classes along dimension 1 (or the only one). It stays the
    /// caller's.
    /// </param>
    /// <param name="temperature">T, above 0: the higher, the more of the classes that the teacher thinks unlikely is learnt.</param>
    /// <param name="alpha">α, the teacher's share of the loss, in [0, 1].</param>
    /// <param name="loss">L, from the output and the targets, a scalar; null for cross-entropy.</param>
    public Distillation(
        Module<Tensor, Tensor> teacher, double temperature = 4, double alpha = 0.9, Func<Tensor, Tensor, Tensor>? loss = null)
    {
        ArgumentNullException.ThrowIfNull(teacher);
        if (!(temperature > 0 && double.IsFinite(temperature)))
        {
            throw new ArgumentOutOfRangeException(nameof(temperature), temperature, "The temperature must be a number above 0.");
        }

        if (!(alpha >= 0 && alpha <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(alpha), alpha, "The teacher's share must lie in [0, 1].");
        }

        _teacher = teacher;
        _loss = loss ?? TrainingLoop.CrossEntropy;
        (Temperature, Alpha) = (temperature, alpha);
    }

    /// <summary>T.</summary>
    public double Temperature { get; }

    /// <summary>α.</summary>
    public double Alpha { get; }

    /// <summary>
    /// The loss of a batch, for <see cref="CompressOptions.LossWithInputs"/>, for a <see cref="TrainingLoop"/>, or for a loop of one's own.
    /// </summary>
    /// <param name="inputs">What the network and the teacher take.</param>
    /// <param name="output">What the network made of them.</param>
    /// <param name="targets">The targets.</param>
    /// <returns>A scalar that gradients flow through, in the dispose scope that this is called in.</returns>
    /// <exception cref="ArgumentException">The teacher's output is of another shape.</exception>
    public Tensor Loss(Tensor inputs, Tensor output, Tensor targets)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        ArgumentNullException.ThrowIfNull(output);
        using var scope = NewDisposeScope();
        var soft = Divergence(Teach(inputs), output).mul(Alpha * Temperature * Temperature);
        return (Alpha == 1 ? soft : _loss(output, targets).mul(1 - Alpha).add(soft)).MoveToOuterDisposeScope();
    }

    private Tensor Teach(Tensor inputs)
    {
        using var guard = no_grad();
        using var modes = new ModuleModes(_teacher);
        return _teacher.call(inputs);
    }

    private Tensor Divergence(Tensor teacher, Tensor output)
    {
        if (!teacher.shape.AsSpan().SequenceEqual(output.shape))
        {
            throw new ArgumentException(
                $"The teacher's output is [{string.Join(", ", teacher.shape)}] and the network's [{string.Join(", ", output.shape)}]: "
                + "both must have the same classes for the same inputs.");
        }

        // Written out: TorchSharp 0.107's kl_div takes its target for logarithms unless told otherwise, and its mean is over classes too.
        var classes = output.ndim > 1 ? 1 : 0;
        var expected = functional.log_softmax(teacher.div(Temperature), classes);
        var given = functional.log_softmax(output.div(Temperature), classes);
        return expected.exp().mul(expected.sub(given)).sum(dim: classes).mean();
    }
}
