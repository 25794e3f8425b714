// Dilated, depthwise (two channels of each), tall and padded-by-name convolutions, dropout, a group normalisation, less common activations.
// input: float 3,8,8
// a: 6 channels: stem> depth= tall< (each 2)
// b: 5 channels: tall> mix<
// stays: mix: 'norm' runs across them
// stays: head: they are the model's output
// size: Layer(3, a, 9, 64) + Layer(1, 2 * a, 9, 64) + Layer(2 * a, b, 3, 32) + Layer(b, 6, 1, 8)
//   + GroupNorm(2, 6) + Layer(6, 4)

using DtcGen;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Tested;

[DualTomographic]
public sealed partial class Net : Module<Tensor, Tensor>
{
    private readonly Conv2d stem = Conv2d(3, 6, 3, Padding.Same, dilation: 2);
    private readonly Conv2d depth = Conv2d(6, 12, 3, padding: 1, groups: 6);
    private readonly Conv2d tall = Conv2d(12, 5, (3, 1), stride: (2, 1), padding: (1, 0));
    private readonly Dropout2d drop = Dropout2d(0.1);
    private readonly Conv2d mix = Conv2d(5, 6, 1, Padding.Valid);
    private readonly GroupNorm norm = GroupNorm(2, 6);
    private readonly Linear head = Linear(6, 4);

    public Net() : base(nameof(Net))
    {
        // TorchSharp 0.107 leaves in a new GroupNorm whatever memory held.
        init.ones_(norm.weight!);
        init.zeros_(norm.bias!);
        RegisterComponents();
    }

    public override Tensor forward(Tensor x)
    {
        x = functional.hardswish(depth.call(stem.call(x)));
        x = functional.avg_pool2d(drop.call(functional.mish(tall.call(x))), 2);
        return head.call(functional.elu(norm.call(mix.call(x)), 0.7).mean([2, 3]));
    }
}
