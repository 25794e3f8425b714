// Channels scaled by a gate that is computed from themselves: the gate's neurons leave with them.
// input: float 3,6,6
// a: 8 channels: conv> squeeze< excite> next<
// b: 4 channels: squeeze> excite<
// c: 5 channels: next> head<
// stays: head: they are the model's output
// size: Layer(3, a, 9, 36) + Layer(a, b) + Layer(b, a) + Layer(a, c, 9, 16) + Layer(c, 4)

using DtcGen;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Tested;

[DualTomographic]
public sealed partial class Net : Module<Tensor, Tensor>
{
    private readonly Conv2d conv = Conv2d(3, 8, 3, padding: 1);
    private readonly Conv2d squeeze = Conv2d(8, 4, 1);
    private readonly Conv2d excite = Conv2d(4, 8, 1);
    private readonly Conv2d next = Conv2d(8, 5, 3);
    private readonly Linear head = Linear(5, 4);

    public Net() : base(nameof(Net)) => RegisterComponents();

    public override Tensor forward(Tensor x)
    {
        var y = functional.silu(conv.call(x));
        var gate = torch.sigmoid(excite.call(functional.relu(squeeze.call(functional.adaptive_avg_pool2d(y, 1)))));
        y = functional.relu(next.call(y * gate));
        return head.call(y.amax(2, 3));
    }
}
