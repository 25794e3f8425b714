// Convolutions, then fully connected layers behind a flatten that makes 25 inputs of each channel.
// input: float 1,28,28
// a: 6 channels: conv1> conv2<
// b: 8 channels: conv2> fc1< (each 25)
// c: 12 neurons: fc1> fc2<
// d: 9 neurons: fc2> fc3<
// stays: fc3: they are the model's output
// size: Layer(1, a, 25, 784) + Layer(a, b, 25, 100) + Layer(25 * b, c) + Layer(c, d) + Layer(d, 4)

using DtcGen;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Tested;

[DualTomographic]
public sealed partial class Net : Module<Tensor, Tensor>
{
    private readonly Conv2d conv1 = Conv2d(1, 6, 5, padding: 2);
    private readonly Conv2d conv2 = Conv2d(6, 8, 5);
    private readonly Linear fc1 = Linear(8 * 5 * 5, 12);
    private readonly Linear fc2 = Linear(12, 9);
    private readonly Linear fc3 = Linear(9, 4);

    public Net() : base(nameof(Net)) => RegisterComponents();

    public override Tensor forward(Tensor x)
    {
        x = functional.max_pool2d(functional.tanh(conv1.call(x)), 2);
        x = functional.max_pool2d(functional.tanh(conv2.call(x)), 2);
        x = x.view(x.shape[0], -1);
        x = functional.tanh(fc1.call(x));
        x = functional.tanh(fc2.call(x));
        return fc3.call(x);
    }
}
