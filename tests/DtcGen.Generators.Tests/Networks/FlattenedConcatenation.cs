// Two layers side by side, concatenated and then flattened: each channel is a run of inputs, behind those of the other layer.
// input: float 3,6,6
// a: 4 channels: left> head< (each 16)
// b: 5 channels: right> head< (each 16, from 64)
// stays: head: they are the model's output
// size: Layer(3, a, 9, 16) + Layer(3, b, 9, 16) + Layer(16 * (a + b), 4)

using DtcGen;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Tested;

[DualTomographic]
public sealed partial class Net : Module<Tensor, Tensor>
{
    private readonly Conv2d left = Conv2d(3, 4, 3);
    private readonly Conv2d right = Conv2d(3, 5, 3);
    private readonly Linear head = Linear(9 * 16, 4);

    public Net() : base(nameof(Net)) => RegisterComponents();

    public override Tensor forward(Tensor x) => head.call(torch.cat([left.call(x), right.call(x)], 1).relu().flatten(1));
}
