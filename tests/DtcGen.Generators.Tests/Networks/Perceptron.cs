// One hidden layer without biases: the model of the README.
// input: float 1,28,28
// a: 512 neurons: fc1> fc2<
// stays: fc2: they are the model's output
// size: NoBias(784, a) + NoBias(a, 10)

using DtcGen;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Tested;

[DualTomographic]
public sealed partial class Net : Module<Tensor, Tensor>
{
    private readonly Linear fc1 = Linear(784, 512, hasBias: false);
    private readonly Linear fc2 = Linear(512, 10, hasBias: false);

    public Net() : base(nameof(Net)) => RegisterComponents();

    public override Tensor forward(Tensor x) => fc2.call(functional.relu(fc1.call(flatten(x, 1))));
}
