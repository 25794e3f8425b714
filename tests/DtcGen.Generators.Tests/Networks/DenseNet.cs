// Each layer sees all before it, concatenated: a group's neurons stand at an offset in the next layers' inputs.
// input: float 3,6,6
// a: 5 channels: stem> grow1< norm2= grow2< norm3= merge<
// b: 4 channels: grow1> norm2= grow2< (from 5) norm3= merge< (from 5)
// c: 3 channels: grow2> norm3= merge< (from 9)
// d: 6 channels: merge> head<
// stays: head: they are the model's output
// size: Layer(3, a, 9, 36) + Layer(a, b, 9, 36) + BatchNorm(a + b) + Layer(a + b, c, 9, 36)
//   + BatchNorm(a + b + c) + Layer(a + b + c, d, 1, 36) + Layer(d, 4)

using DtcGen;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Tested;

[DualTomographic]
public sealed partial class Net : Module<Tensor, Tensor>
{
    private readonly Conv2d stem = Conv2d(3, 5, 3, padding: 1);
    private readonly Conv2d grow1 = Conv2d(5, 4, 3, padding: 1);
    private readonly BatchNorm2d norm2 = BatchNorm2d(9);
    private readonly Conv2d grow2 = Conv2d(9, 3, 3, padding: 1);
    private readonly BatchNorm2d norm3 = BatchNorm2d(12);
    private readonly Conv2d merge = Conv2d(12, 6, 1);
    private readonly Linear head = Linear(6, 4);

    public Net() : base(nameof(Net)) => RegisterComponents();

    public override Tensor forward(Tensor x)
    {
        var features = functional.relu(stem.call(x));
        features = torch.cat(new[] { features, grow1.call(features) }, 1);
        features = torch.cat([features, grow2.call(functional.relu(norm2.call(features)))], dim: 1);
        x = functional.gelu(merge.call(norm3.call(features)));
        return head.call(x.mean(new long[] { 2, 3 }));
    }
}
