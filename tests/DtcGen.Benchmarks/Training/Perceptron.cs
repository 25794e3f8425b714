using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace DtcGen.Benchmarks;

/// <summary>The published network: 784 inputs, one hidden layer, ten classes, no biases.</summary>
internal sealed class TwoLayers : Module<Tensor, Tensor>
{
    public const int BatchSize = 512;
    public const int TrainingBatches = 118;

    private readonly Linear fc1;
    private readonly Linear fc2;

    public TwoLayers(int width, int seed)
        : base(nameof(TwoLayers))
    {
        fc1 = Linear(784, width, hasBias: false);
        fc2 = Linear(width, 10, hasBias: false);
        using (no_grad())
        {
            using Generator generator = new((ulong)seed);
            fc1.weight!.normal_(0, Math.Sqrt(2.0 / (784 + width)), generator);
            fc2.weight!.normal_(0, Math.Sqrt(2.0 / (width + 10)), generator);
        }

        RegisterComponents();
    }

    public Linear First => fc1;

    public Linear Second => fc2;

    public override Tensor forward(Tensor x) => fc2.call(functional.relu(fc1.call(x)));

    /// <summary>Trains with a fresh Adam over consecutive batches.</summary>
    public void Train(Tensor images, Tensor labels, int steps, bool softmaxOverBatch)
    {
        using optim.Optimizer optimizer = optim.Adam(parameters(), 1e-3);
        for (int step = 0; step < steps; step++)
        {
            using DisposeScope scope = NewDisposeScope();
            long from = step % TrainingBatches * BatchSize;
            long to = Math.Min(from + BatchSize, labels.shape[0]);
            optimizer.zero_grad();
            Tensor output = call(images.narrow(0, from, to - from));
            output = softmaxOverBatch ? functional.log_softmax(output, 0) : output;
            functional.cross_entropy(output, labels.narrow(0, from, to - from)).backward();
            optimizer.step();
        }
    }
}
