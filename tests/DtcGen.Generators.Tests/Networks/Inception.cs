// Branches of different depth, concatenated.
// input: float 3,6,6
// a: 4 channels: left> after<
// b: 3 channels: middle.0> middle.2<
// c: 5 channels: middle.2> after< (from 4)
// d: 2 channels: right> after< (from 9)
// e: 6 channels: after> head<
// stays: head: they are the model's output
// size: Layer(3, a, 1, 36) + Layer(3, b, 1, 36) + Layer(b, c, 9, 36) + Layer(3, d, 1, 36)
//   + Layer(a + c + d, e, 9, 16) + Layer(e, 4)

using DtcGen;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Tested;

[DualTomographic]
public sealed partial class Net : Module<Tensor, Tensor>
{
    private readonly Conv2d left = Conv2d(3, 4, 1);
    private readonly Sequential middle = Sequential(Conv2d(3, 3, 1), ReLU(), Conv2d(3, 5, 3, padding: 1));
    private readonly Conv2d right = Conv2d(3, 2, 1);
    private readonly Conv2d after = Conv2d(11, 6, 3);
    private readonly Linear head = Linear(6, 4);

    public Net() : base(nameof(Net)) => RegisterComponents();

    public override Tensor forward(Tensor x)
    {
        var joined = functional.relu(torch.cat(
            [left.call(x), middle.call(x), right.call(functional.max_pool2d(x, 3, stride: 1, padding: 1))],
            1));
        return head.call(after.call(joined).tanh().mean([-1, -2]));
    }
}
