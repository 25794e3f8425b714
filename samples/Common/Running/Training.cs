using System.Globalization;
using DtcGen.Training;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace DtcGen.Samples;

/// <summary>Plain training with Adam, before the cycles and after them.</summary>
internal static class Training
{
    /// <summary>
    /// Some passes over the training set, each with a smaller step size and a fresh Adam: the means that Adam
    /// keeps belong to the step size that made them.
    /// </summary>
    /// <param name="model">The network.</param>
    /// <param name="batches">What it learns from.</param>
    /// <param name="loss">From its output and the targets, what to minimise.</param>
    /// <param name="epochs">How many passes.</param>
    /// <param name="learningRate">The first pass's step size.</param>
    /// <param name="decay">The last pass's step size as a share of the first's.</param>
    /// <param name="stage">Told how far it is.</param>
    /// <param name="cancellationToken">Stops it after a step.</param>
    /// <exception cref="TrainingStoppedException">The loss or a weight is not a number.</exception>
    public static void Run(
        Module<Tensor, Tensor> model,
        ShuffledBatches batches,
        Func<Tensor, Tensor, Tensor> loss,
        int epochs,
        double learningRate,
        double decay,
        IStageDisplay stage,
        CancellationToken cancellationToken)
    {
        var loop = new TrainingLoop(model, batches.At, loss);
        var steps = batches.PerPass;
        for (var epoch = 0; epoch < epochs; epoch++)
        {
            var rate = epochs == 1 ? learningRate : learningRate * Math.Pow(decay, epoch / (epochs - 1.0));
            var name = string.Create(CultureInfo.InvariantCulture, $"epoch {epoch + 1}/{epochs}");
            var before = (long)epoch * steps;

            // Adam's state ends with the pass.
            using var scope = NewDisposeScope();
            using var optimizer = optim.Adam(model.parameters(), rate);
            var mean = loop.Run(
                optimizer,
                steps,
                new TrainingPosition(0, 0, before),
                new Reporter<TrainingStep>(step => stage.Update(
                    (step.Position.Step + 1.0) / (epochs * steps),
                    string.Create(CultureInfo.InvariantCulture, $"{name}, loss {step.Loss:F4}"))),
                cancellationToken);
            stage.Milestone(string.Create(CultureInfo.InvariantCulture, $"{name}, mean loss {mean:F4}"));
        }

        if (epochs > 0 && TrainingLoop.FindNonFinite(model) is { } layer)
        {
            throw new TrainingStoppedException("a weight", new TrainingPosition(0, steps, (long)epochs * steps), layer, []);
        }
    }
}
