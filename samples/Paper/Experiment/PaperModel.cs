using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace DtcGen.Samples.Paper;

/// <summary>
/// The paper's network: two layers without biases and ReLU between them. What follows the last layer belongs to the
/// loss.
/// </summary>
[DualTomographic]
internal sealed partial class PaperModel : Module<Tensor, Tensor>
{
    private readonly Linear fc1;
    private readonly Linear fc2;

    /// <summary>Makes a network whose weights are still to be set.</summary>
    /// <param name="inputs">Values per image.</param>
    /// <param name="hidden">Neurons between the layers.</param>
    /// <param name="classes">Classes.</param>
    public PaperModel(long inputs, long hidden, long classes)
        : base(nameof(PaperModel))
    {
        fc1 = Linear(inputs, hidden, hasBias: false);
        fc2 = Linear(hidden, classes, hasBias: false);
        RegisterComponents();
    }

    /// <summary>Draws the weights as the paper does: Xavier-normal, one generator for both layers, the first layer first.</summary>
    /// <param name="seed">The generator's seed.</param>
    public void Initialise(long seed)
    {
        using var noGradients = no_grad();
        using var generator = new Generator((ulong)seed);
        Draw(fc1.weight, generator);
        Draw(fc2.weight, generator);
    }

    /// <inheritdoc/>
    public override Tensor forward(Tensor x) => fc2.call(functional.relu(fc1.call(x)));

    // Not init.xavier_normal_ or init.normal_, which ignore the generator that they are given and draw from the global one.
    private static void Draw(Tensor weight, Generator generator) => weight.normal_(0, Math.Sqrt(2.0 / weight.shape.Sum()), generator);
}
