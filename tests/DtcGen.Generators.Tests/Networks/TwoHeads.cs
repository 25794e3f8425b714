// A shared trunk and two outputs.
// input: float 6
// a: 9 neurons: trunk.0> trunk.1= trunk.3<
// b: 8 neurons: trunk.3> kind.0< place.0<
// c: 5 neurons: kind.0> kind.2<
// d: 6 neurons: place.0> place.2<
// stays: kind.2: they are the model's output
// stays: place.2: they are the model's output
// size: Layer(6, a) + BatchNorm(a) + Layer(a, b) + Layer(b, c) + Layer(c, 3) + Layer(b, d) + Layer(d, 4)

using DtcGen;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Tested;

[DualTomographic]
public sealed partial class Net : Module<Tensor, (Tensor, Tensor)>
{
    private readonly Sequential trunk = Sequential(Linear(6, 9), BatchNorm1d(9), ReLU(), Linear(9, 8), ReLU());
    private readonly Sequential kind = Sequential(Linear(8, 5), ReLU(), Linear(5, 3));
    private readonly Sequential place = Sequential(Linear(8, 6), Tanh(), Linear(6, 4));

    public Net() : base(nameof(Net)) => RegisterComponents();

    public override (Tensor, Tensor) forward(Tensor x)
    {
        var shared = trunk.call(x);
        return (kind.call(shared), place.call(shared));
    }
}
