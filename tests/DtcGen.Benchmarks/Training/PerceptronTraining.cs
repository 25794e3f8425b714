using DtcGen.Training;
using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace DtcGen.Benchmarks;

/// <summary>Training steps of the perceptron: forward, backward and Adam over batches of 512 of 60,000 images.</summary>
internal sealed class PerceptronTraining : IDisposable
{
    private const int Images = 60000;
    private const int BatchSize = 512;

    private readonly Perceptron _model = new();
    private readonly Tensor _images = rand(Images, 784);
    private readonly Tensor _labels = arange(Images) % 10;
    private readonly optim.Optimizer _adam;
    private readonly TrainingLoop _loop;
    private long _step;

    public PerceptronTraining()
    {
        _adam = optim.Adam(_model.parameters(), 1e-3);
        _loop = new TrainingLoop(_model, Batches.Shuffled(_images, _labels, BatchSize, seed: 1));
    }

    /// <summary>
    /// The least that a loop of one's own does: batches in the order of the data, which is cut and not copied, and a loss that nobody
    /// reads.
    /// </summary>
    public void TakeBare(int steps)
    {
        for (var last = _step + steps; _step < last; _step++)
        {
            using var scope = NewDisposeScope();
            var from = _step % (Images / BatchSize) * BatchSize;
            _adam.zero_grad();
            functional.cross_entropy(_model.call(_images.narrow(0, from, BatchSize)), _labels.narrow(0, from, BatchSize)).backward();
            _adam.step();
        }
    }

    /// <summary>The library's loop, with an order drawn for every pass and every loss read.</summary>
    public void TakeInLoop(int steps)
    {
        _loop.Run(_adam, steps, new TrainingPosition(0, 0, _step));
        _step += steps;
    }

    public void Dispose()
    {
        _adam.Dispose();
        _model.Dispose();
        _images.Dispose();
        _labels.Dispose();
    }
}
