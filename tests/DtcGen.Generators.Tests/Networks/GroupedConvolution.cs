// A convolution in two groups: neurons leave in pairs, one from each group.
// input: float 3,6,6
// a: 4 channels: conv1> grouped<
// b: 3 channels: grouped> last< (repeated 2)
// c: 5 channels: last> head<
// stays: head: they are the model's output
// size: Layer(3, 2 * a, 9, 36) + Layer(a, 2 * b, 9, 36) + Layer(2 * b, c, 1, 36) + Layer(c, 4)

using DtcGen;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Tested;

[DualTomographic]
public sealed partial class Net : Module<Tensor, Tensor>
{
    private readonly Conv2d conv1 = Conv2d(3, 8, 3, padding: 1);
    private readonly Conv2d grouped = Conv2d(8, 6, 3, padding: 1, groups: 2);
    private readonly Conv2d last = Conv2d(6, 5, 1);
    private readonly Linear head = Linear(5, 4);

    public Net() : base(nameof(Net)) => RegisterComponents();

    public override Tensor forward(Tensor x)
        => head.call(functional.relu(last.call(grouped.call(conv1.call(x).relu()).relu())).mean([2, 3]));
}
