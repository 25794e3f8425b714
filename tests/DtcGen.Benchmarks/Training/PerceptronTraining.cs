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

    /// <summary>The seconds that some steps take.</summary>
    public double Seconds(int steps) => Timing.Of(() => Train(steps)).TotalSeconds;

    public void Dispose()
    {
        _model.Dispose();
        _images.Dispose();
        _labels.Dispose();
    }

    private void Train(int steps)
    {
        using var optimizer = optim.Adam(_model.parameters(), 1e-3);
        for (var step = 0; step < steps; step++)
        {
            using var scope = NewDisposeScope();
            var from = step % (Images / BatchSize) * BatchSize;
            optimizer.zero_grad();
            functional.cross_entropy(_model.call(_images.narrow(0, from, BatchSize)), _labels.narrow(0, from, BatchSize)).backward();
            optimizer.step();
        }
    }
}
