// Patches with a learned position, whose size keeps the channels; the perceptron inside is clipped.
// input: float 3,8,8
// a: 10 neurons: up> down<
// stays: patches: they meet the tensor 'position', whose size stays
// stays: down: they meet the tensor 'position', whose size stays
// stays: head: they are the model's output
// size: Layer(3, 8, 16, 4) + Parameters(32) + LayerNorm(8) + Layer(8, a, 1, 4) + Layer(a, 8, 1, 4)
//   + Parameters(8) + Layer(8, 4)

using DtcGen;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Tested;

[DualTomographic]
public sealed partial class Net : Module<Tensor, Tensor>
{
    private readonly Conv2d patches = Conv2d(3, 8, 4, stride: 4);
    private readonly Parameter position = Parameter(randn(1, 4, 8));
    private readonly LayerNorm norm = LayerNorm(8);
    private readonly Linear up = Linear(8, 10);
    private readonly Linear down = Linear(10, 8);
    private readonly Parameter scale = Parameter(randn(8) * 0.3);
    private readonly Linear head = Linear(8, 4);

    public Net() : base(nameof(Net)) => RegisterComponents();

    public override Tensor forward(Tensor x)
    {
        var h = patches.call(x).flatten(2).transpose(1, 2) + position;
        h = h + scale * down.call(functional.gelu(up.call(norm.call(h))));
        return head.call(h[.., 0]);
    }
}
