using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace DtcGen.Benchmarks;

/// <summary>784 inputs, one hidden layer of 512 neurons, ten classes, no biases.</summary>
internal sealed class Perceptron : Module<Tensor, Tensor>
{
    private const int Width = 512;

    private readonly Linear _fc1 = Linear(784, Width, hasBias: false);
    private readonly Linear _fc2 = Linear(Width, 10, hasBias: false);

    public Perceptron()
        : base(nameof(Perceptron))
    {
        using (no_grad())
        {
            using var generator = new Generator(1);
            _fc1.weight!.normal_(0, Math.Sqrt(2.0 / (784 + Width)), generator);
            _fc2.weight!.normal_(0, Math.Sqrt(2.0 / (Width + 10)), generator);
        }

        RegisterComponents();
    }

    public override Tensor forward(Tensor x) => _fc2.call(functional.relu(_fc1.call(x)));
}
