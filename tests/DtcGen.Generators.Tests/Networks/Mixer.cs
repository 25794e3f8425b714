// An MLP-Mixer block: one perceptron across places, one across channels, each between normalisations and transposes.
// input: float 3,8,8
// a: 7 neurons: token1> token2<
// b: 9 neurons: channel1> channel2<
// stays: patches: 'norm1' runs across them
// stays: token2: they are places, not neurons
// stays: channel2: 'norm1' runs across them
// stays: head: they are the model's output
// size: Layer(3, 6, 16, 4) + LayerNorm(6) + Layer(4, a, 1, 6) + Layer(a, 4, 1, 6) + LayerNorm(6)
//   + Layer(6, b, 1, 4) + Layer(b, 6, 1, 4) + Layer(6, 4)

using DtcGen;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Tested;

[DualTomographic]
public sealed partial class Net : Module<Tensor, Tensor>
{
    private readonly Conv2d patches = Conv2d(3, 6, 4, stride: 4);
    private readonly LayerNorm norm1 = LayerNorm(6);
    private readonly Linear token1 = Linear(4, 7);
    private readonly Linear token2 = Linear(7, 4);
    private readonly LayerNorm norm2 = LayerNorm(6);
    private readonly Linear channel1 = Linear(6, 9);
    private readonly Linear channel2 = Linear(9, 6);
    private readonly Linear head = Linear(6, 4);

    public Net() : base(nameof(Net)) => RegisterComponents();

    public override Tensor forward(Tensor x)
    {
        var y = patches.call(x).flatten(2).transpose(1, 2);
        y = y + token2.call(functional.gelu(token1.call(norm1.call(y).transpose(1, 2)))).transpose(1, 2);
        y = y + channel2.call(functional.gelu(channel1.call(norm2.call(y))));
        return head.call(y.mean([1]));
    }
}
