// Neurons that stay: kept by the attribute, or because a softmax runs across them.
// input: float 6
// a: 8 neurons: fc1> fc2<
// stays: fc2: 'softmax' runs across them
// stays: fc3: the attribute keeps them
// stays: fc4: 'log_softmax' runs across them
// size: Layer(6, a) + Layer(a, 8) + Layer(8, 8) + Layer(8, 3)

using DtcGen;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Tested;

[DualTomographic(Keep = ["fc3"])]
public sealed partial class Net : Module<Tensor, Tensor>
{
    private readonly Linear fc1 = Linear(6, 8);
    private readonly Linear fc2 = Linear(8, 8);
    private readonly Linear fc3 = Linear(8, 8);
    private readonly Linear fc4 = Linear(8, 3);

    public Net() : base(nameof(Net)) => RegisterComponents();

    public override Tensor forward(Tensor x)
    {
        var attention = functional.softmax(fc2.call(fc1.call(x)), -1);
        return functional.log_softmax(fc4.call(fc3.call(attention)), dim: 1);
    }
}
