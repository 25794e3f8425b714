using System.Globalization;
using DtcGen.Training;
using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace DtcGen.Samples.Paper;

/// <summary>Runs one method with one seed: train, clip, test, until few enough neurons are left.</summary>
/// <param name="protocol">The experiment's numbers.</param>
/// <param name="reading">How the method is read.</param>
/// <param name="batches">The data.</param>
/// <param name="checkpoints">Where each cycle is saved.</param>
/// <param name="progress">Told of each cycle.</param>
internal sealed class MethodRunner(
    PaperProtocol protocol, Reading reading, PaperBatches batches, CheckpointStore checkpoints, IPaperProgress progress)
{
    private readonly PaperLoss _loss = new(reading.Variant.Output);

    /// <summary>Runs it, from its checkpoint if there is one.</summary>
    /// <param name="method">The method.</param>
    /// <param name="repeat">The repeat, from 0.</param>
    /// <param name="cancellation">Stops between two batches.</param>
    /// <exception cref="SampleException">Weights or loss are no longer finite numbers, or the checkpoint does not fit.</exception>
    /// <exception cref="OperationCanceledException">Stopped; the cycles before are saved.</exception>
    public MethodSeries Run(PaperMethod method, int repeat, CancellationToken cancellation)
    {
        var seed = PaperProtocol.SeedOf(repeat);
        var criterion = reading.CriterionFor(method, protocol, seed);
        var last = checkpoints.Load(method, repeat);
        using var model = Start(last, seed);
        criterion.Memory = last?.Memory ?? [];
        Announce(method, repeat, last);

        var options = new CompressOptions
        {
            Batches = Batches.InOrder([.. BatchOrder.Of(batches.Train, repeat, seed).Select(b => (b.Inputs, b.Labels))]),
            Schedule = protocol.Schedule,
            Criterion = criterion,
            Selection = reading.Variant.Selection,
            Optimizer = parameters => optim.Adam(parameters, protocol.LearningRate),
            Loss = _loss.Of,
            StepsPerCycle = protocol.BatchesPerCycle,
            Evaluate = Test,
            Checkpoint = state =>
            {
                last = new Checkpoint(state, [.. last?.Rays ?? [], criterion.Rays], criterion.Memory, Weights(model));
                checkpoints.Save(method, repeat, last);
                progress.CycleDone(method, repeat, last.Cycles.Count - 1, last.Cycles[^1], resumed: false);
            },
        };
        try
        {
            if (!CompressTrain.Run(model, options, last?.State, cancellation).Completed)
            {
                throw new OperationCanceledException(cancellation);
            }
        }
        catch (TrainingStoppedException e)
        {
            throw new SampleException(
                string.Create(CultureInfo.InvariantCulture, $"{method.DisplayName()}, repeat {repeat + 1}: {e.Message}"));
        }

        return new MethodSeries(method, repeat, seed, last!.Cycles);
    }

    private static byte[] Weights(PaperModel model)
    {
        using var stream = new MemoryStream();
        model.save(stream);
        return stream.ToArray();
    }

    private PaperModel Start(Checkpoint? last, long seed)
    {
        var model = PaperModel.Create(batches.Inputs, protocol.HiddenNeurons, batches.Classes);
        if (last is null)
        {
            model.Initialise(seed);
            return model;
        }

        try
        {
            last.State.Shrink(model);
            using var stream = new MemoryStream(last.Weights);
            return model.LoadPruned(stream);
        }
        catch (Exception e) when (e is InvalidDataException or ArgumentException)
        {
            throw new SampleException($"A checkpoint does not fit this run: {e.Message} Delete it and use --resume again.", e);
        }
    }

    private void Announce(PaperMethod method, int repeat, Checkpoint? last)
    {
        var cycles = last?.Cycles ?? [];
        for (var cycle = 0; cycle < cycles.Count; cycle++)
        {
            progress.CycleDone(method, repeat, cycle, cycles[cycle], resumed: true);
        }
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
