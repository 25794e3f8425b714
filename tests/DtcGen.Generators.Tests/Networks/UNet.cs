// Down, up and across: channels are concatenated with those of an earlier layer at the same size.
// input: float 3,8,8
// a: 4 channels: enter> norm= down< leave<
// b: 6 channels: down> bottom< up< (from 5)
// c: 5 channels: bottom> up<
// d: 7 channels: up> leave< (from 4)
// e: 3 channels: leave> classes<
// stays: classes: they are the model's output
// size: Layer(3, a, 9, 64) + BatchNorm(a) + Layer(a, b, 9, 16) + Layer(b, c, 9, 4)
//   + Layer(c + b, d, 9, 16) + Layer(a + d, e, 9, 64) + Layer(e, 2, 1, 64)

using DtcGen;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Tested;

[DualTomographic]
public sealed partial class Net : Module<Tensor, Tensor>
{
    private readonly Conv2d enter = Conv2d(3, 4, 3, padding: 1);
    private readonly BatchNorm2d norm = BatchNorm2d(4);
    private readonly Conv2d down = Conv2d(4, 6, 3, padding: 1);
    private readonly Conv2d bottom = Conv2d(6, 5, 3, padding: 1);
    private readonly Conv2d up = Conv2d(11, 7, 3, padding: 1);
    private readonly Conv2d leave = Conv2d(11, 3, 3, padding: 1);
    private readonly Conv2d classes = Conv2d(3, 2, 1);

    public Net() : base(nameof(Net)) => RegisterComponents();

    public override Tensor forward(Tensor x)
    {
        var full = functional.relu(norm.call(enter.call(x)));
        var half = functional.relu(down.call(functional.max_pool2d(full, 2)));
        var quarter = functional.relu(bottom.call(functional.max_pool2d(half, 2)));
        half = functional.relu(up.call(torch.cat([Double(quarter), half], 1)));
        full = functional.relu(leave.call(torch.cat([full, Double(half)], 1)));
        return classes.call(full);
    }

    // Every pixel twice across and twice down.
    private static Tensor Double(Tensor x)
    {
        x = torch.cat([x.unsqueeze(-1), x.unsqueeze(-1)], -1).flatten(3);
        return torch.cat([x.unsqueeze(3), x.unsqueeze(3)], 3).flatten(2, 3);
    }
}
