using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace DtcGen.Tests.Pruned;

/// <summary>Two layers with the same weight take the neurons.</summary>
[DualTomographic(Record = false)]
public sealed partial class Twins : Module<Tensor, Tensor>
{
    private readonly Linear first = Linear(5, 8);
    private readonly Linear left = Linear(8, 3, hasBias: false);
    private readonly Linear right = Linear(8, 3, hasBias: false);

    public Twins()
        : base(nameof(Twins)) => RegisterComponents();

    /// <summary>Gives one the weight of the other.</summary>
    public void Share() => right.weight = left.weight;

    public override Tensor forward(Tensor x)
    {
        x = functional.relu(first.call(x));
        return left.call(x) + right.call(x.square());
    }
}
