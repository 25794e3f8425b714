using DtcGen.Training;
using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace DtcGen.Samples.Paper;

/// <summary>Runs one method with one seed: train, clip, test, until few enough neurons are left.</summary>
/// <param name="protocol">The experiment's numbers.</param>
/// <param name="reading">How the method is read.</param>
/// <param name="batches">The data.</param>
internal sealed class MethodRunner(PaperProtocol protocol, Reading reading, PaperBatches batches)
{
    private readonly PaperLoss _loss = new(reading.Variant.Output);

    /// <summary>Runs it, from its checkpoint if there is one.</summary>
    /// <param name="method">The method.</param>
    /// <param name="seed">The seed of initialisation, measurements and batch order.</param>
    /// <param name="folder">Where each cycle is saved.</param>
    /// <param name="progress">Told after each cycle of all of them.</param>
    /// <param name="cancellation">Stops between two batches.</param>
    /// <returns>The cycles, in order.</returns>
    /// <exception cref="TrainingStoppedException">Weights or loss are no longer finite numbers.</exception>
    /// <exception cref="InvalidDataException">The checkpoint is damaged, or another model's.</exception>
    /// <exception cref="OperationCanceledException">Stopped; the cycles before are saved.</exception>
    public IReadOnlyList<PaperCycle> Run(
        PaperMethod method, long seed, string folder, Action<IReadOnlyList<PaperCycle>> progress, CancellationToken cancellation)
    {
        // Sums over several threads add up in another order.
        set_num_threads(1);
        var file = Path.Combine(folder, "run.checkpoint");
        using var model = new PaperModel(batches.Inputs, protocol.HiddenNeurons, batches.Classes);
        CompressState? last = null;
        if (File.Exists(file))
        {
            last = CompressCheckpoint.Load(file, model);
        }
        else
        {
            model.Initialise(seed);
        }

        var rays = new RayFile(folder, method == PaperMethod.Dtc ? last?.Cycles.Count ?? 0 : 0);
        var options = new CompressOptions
        {
            Batches = Batches.InOrder([.. BatchOrder.Of(batches.Train, seed).Select(b => (b.Inputs, b.Labels))]),
            Schedule = protocol.Schedule,
            Criterion = reading.CriterionFor(method, protocol, seed, rays.Add),
            Selection = reading.Variant.Selection,
            Optimizer = parameters => optim.Adam(parameters, protocol.LearningRate),
            Loss = _loss.Of,
            StepsPerCycle = protocol.BatchesPerCycle,
            Evaluate = Test,
            Checkpoint = state =>
            {
                // The rays first: a file of rays may have more cycles than the checkpoint, never fewer.
                rays.Save();
                CompressCheckpoint.Save(file, model, state);
                last = state;
                progress(rays.With(state.Cycles));
            },
        };
        return CompressTrain.Run(model, options, last, cancellation).Completed
            ? rays.With(last!.Cycles)
            : throw new OperationCanceledException(cancellation);
    }

    private double Test(Module<Tensor, Tensor> model)
    {
        double sum = 0;
        foreach (var batch in batches.Test)
        {
            using var scope = NewDisposeScope();
            sum += _loss.Accuracy(model.call(batch.Inputs), batch.Classes);
        }

        return sum / batches.Test.Count;
    }
}
