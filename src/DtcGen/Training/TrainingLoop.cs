using DtcGen.Recording;
using DtcGen.Runtime;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace DtcGen.Training;

/// <summary>
/// Gradient steps with one optimizer: the plain loop that a TorchSharp user would write, with a dispose scope
/// around each step, a stop at the first loss that is not finite, and cancellation between steps.
/// </summary>
public sealed class TrainingLoop
{
    private readonly Module<Tensor, Tensor> _model;
    private readonly Func<Tensor, Tensor, Tensor, Tensor> _loss;
    private readonly BatchSource _batches;

    /// <summary>Makes a loop.</summary>
    /// <param name="model">The model.</param>
    /// <param name="batches">What it learns from.</param>
    /// <param name="loss">From the model's output and the targets, a scalar; null for cross-entropy.</param>
    public TrainingLoop(Module<Tensor, Tensor> model, BatchSource batches, Func<Tensor, Tensor, Tensor>? loss = null)
        : this(model, batches, WithoutInputs(loss ?? CrossEntropy))
    {
    }

    /// <summary>Makes a loop whose loss looks at the inputs too, as <see cref="Distillation.Loss"/> does.</summary>
    /// <param name="model">The model.</param>
    /// <param name="batches">What it learns from.</param>
    /// <param name="loss">From the batch's inputs, the model's output and the targets, a scalar.</param>
    public TrainingLoop(Module<Tensor, Tensor> model, BatchSource batches, Func<Tensor, Tensor, Tensor, Tensor> loss)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(batches);
        ArgumentNullException.ThrowIfNull(loss);
        _model = model;
        _batches = batches;
        _loss = loss;
    }

    /// <summary>The mean cross-entropy of logits against class numbers.</summary>
    /// <param name="output">The model's output, batch × classes.</param>
    /// <param name="targets">Class numbers, int64.</param>
    public static Tensor CrossEntropy(Tensor output, Tensor targets) => functional.cross_entropy(output, targets);

    /// <summary>
    /// The share of samples whose largest output is that of their class. Each module computes in evaluation mode and is given its own
    /// mode back.
    /// </summary>
    /// <param name="model">The model; it returns a score for each class, samples × classes.</param>
    /// <param name="inputs">The samples, along dimension 0.</param>
    /// <param name="targets">Their class numbers, int64.</param>
    /// <param name="batchSize">How many go through at once, which bounds the memory; at least 1.</param>
    /// <exception cref="ArgumentException">There are no samples, or not as many as targets.</exception>
    public static double Accuracy(Module<Tensor, Tensor> model, Tensor inputs, Tensor targets, int batchSize = 1000)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(inputs);
        ArgumentNullException.ThrowIfNull(targets);
        ArgumentOutOfRangeException.ThrowIfLessThan(batchSize, 1);
        var count = inputs.shape[0];
        if (count == 0 || targets.ndim != 1 || targets.shape[0] != count)
        {
            throw new ArgumentException(
                $"There are {count} samples and targets of the shape [{string.Join(", ", targets.shape)}]: give at least one sample, and a class number for each.",
                nameof(targets));
        }

        using var use = ModelUse.Read(model, "accuracy");
        using var modes = new ModuleModes(model);
        using var guard = no_grad();
        long right = 0;
        for (long start = 0; start < count; start += batchSize)
        {
            using var scope = NewDisposeScope();
            var size = Math.Min(batchSize, count - start);
            var chosen = model.call(inputs.narrow(0, start, size)).argmax(1);
            right += chosen.eq(targets.narrow(0, start, size)).sum().cpu().item<long>();
        }

        return (double)right / count;
    }

    /// <summary>Takes steps; returns the mean loss over them.</summary>
    /// <param name="optimizer">Made from the model's present parameters.</param>
    /// <param name="steps">How many.</param>
    /// <param name="from">The position of the first one.</param>
    /// <param name="progress">Told each step's loss.</param>
    /// <param name="cancellation">Looked at before each step.</param>
    /// <exception cref="TrainingStoppedException">The loss is NaN or infinite; the step was not taken.</exception>
    /// <exception cref="OperationCanceledException">Cancelled; the steps before stand.</exception>
    /// <exception cref="InvalidOperationException">Another thread is changing the model, by a clip say.</exception>
    public double Run(
        optim.Optimizer optimizer,
        int steps,
        TrainingPosition from = default,
        IProgress<TrainingStep>? progress = null,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(optimizer);
        ArgumentOutOfRangeException.ThrowIfNegative(steps);
        using var use = ModelUse.Read(_model, "training");
        _model.train();
        double total = 0;
        for (var step = 0; step < steps; step++)
        {
            cancellation.ThrowIfCancellationRequested();
            var position = new TrainingPosition(from.Cycle, from.StepInCycle + step, from.Step + step);
            var value = Step(optimizer, position);
            total += value;
            progress?.Report(new TrainingStep(position, value));
        }

        return steps == 0 ? 0 : total / steps;
    }

    /// <summary>The name of the first parameter that holds NaN or infinity; null when all are finite.</summary>
    /// <param name="model">The model.</param>
    public static string? FindNonFinite(Module model)
    {
        ArgumentNullException.ThrowIfNull(model);
        using var scope = NewDisposeScope();
        using var guard = no_grad();
        foreach (var (name, parameter) in model.named_parameters())
        {
            if (!parameter.detach().isfinite().all().cpu().item<bool>())
            {
                return name;
            }
        }

        return null;
    }

    private static Func<Tensor, Tensor, Tensor, Tensor> WithoutInputs(Func<Tensor, Tensor, Tensor> loss)
        => (_, output, targets) => loss(output, targets);

    private double Step(optim.Optimizer optimizer, TrainingPosition position)
    {
        using var scope = NewDisposeScope();
        var (inputs, targets) = _batches(position);
        optimizer.zero_grad();
        var objective = _loss(inputs, _model.call(inputs), targets);
        var value = objective.detach().cpu().to(ScalarType.Float64).item<double>();
        if (!double.IsFinite(value))
        {
            throw new TrainingStoppedException("the loss", position, FindNonFinite(_model), []);
        }

        objective.backward();
        optimizer.step();
        return value;
    }
}
