// Parts of height and width, by ranges, indices, split and narrow: the channels are not touched.
// input: float 3,6,6
// a: 6 channels: conv> next<
// b: 5 channels: next> head<
// stays: head: they are the model's output
// size: Layer(3, a, 9, 36) + Layer(a, b, 9, 6) + Layer(b, 4)

using DtcGen;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Tested;

[DualTomographic]
public sealed partial class Net : Module<Tensor, Tensor>
{
    private readonly Conv2d conv = Conv2d(3, 6, 3, padding: 1);
    private readonly Conv2d next = Conv2d(6, 5, 3);
    private readonly Linear head = Linear(5, 4);

    public Net() : base(nameof(Net)) => RegisterComponents();

    public override Tensor forward(Tensor x)
    {
        x = conv.call(x).relu();
        x = x[.., .., 1..^1];
        x = next.call(x[TensorIndex.Ellipsis, TensorIndex.Slice(0, 5)]).tanh();
        var columns = x.split([1, 2], 3);
        x = columns[0].narrow(2, 0, 1) + columns[1][.., .., ^1..].mean([3], keepdim: true);
        return head.call(x.flatten(1));
    }
}
