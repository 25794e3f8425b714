// Inverted residual blocks with depthwise convolutions; a flag of the constructor decides the residual connection.
// input: float 3,6,6
// a: 4 channels: stem> first.expand< first.project> second.expand<
// b: 12 channels: first.expand> first.depth= first.norm= first.project<
// c: 8 channels: second.expand> second.depth= second.norm= second.project<
// d: 6 channels: second.project> head<
// stays: head: they are the model's output
// size: Layer(3, a, 9, 36) + NoBias(a, b, 1, 36) + Layer(1, b, 9, 36) + BatchNorm(b)
//   + Layer(b, a, 1, 36) + NoBias(a, c, 1, 36) + Layer(1, c, 9, 36) + BatchNorm(c)
//   + Layer(c, d, 1, 36) + Layer(d, 4)

using DtcGen;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Tested;

[DualTomographic]
public sealed partial class Net : Module<Tensor, Tensor>
{
    private readonly Conv2d stem = Conv2d(3, 4, 3, padding: 1);
    private readonly Inverted first = new(4, 4, 3);
    private readonly Inverted second = new(4, 6, 2);
    private readonly Linear head = Linear(6, 4);

    public Net() : base(nameof(Net)) => RegisterComponents();

    public override Tensor forward(Tensor x)
    {
        x = functional.relu6(stem.call(x));
        x = second.call(first.call(x));
        return head.call(functional.adaptive_avg_pool2d(x, (1, 1)).flatten(1));
    }
}

public sealed class Inverted : Module<Tensor, Tensor>
{
    private readonly bool residual;
    private readonly Conv2d expand;
    private readonly Conv2d depth;
    private readonly BatchNorm2d norm;
    private readonly Conv2d project;

    public Inverted(long inputs, long outputs, long factor) : base(nameof(Inverted))
    {
        residual = inputs == outputs;
        expand = Conv2d(inputs, inputs * factor, 1, bias: false);
        depth = Conv2d(inputs * factor, inputs * factor, 3, padding: 1, groups: inputs * factor);
        norm = BatchNorm2d(inputs * factor);
        project = Conv2d(inputs * factor, outputs, 1);
        RegisterComponents();
    }

    public override Tensor forward(Tensor x)
    {
        var y = functional.relu6(expand.call(x));
        y = functional.relu6(norm.call(depth.call(y)));
        y = project.call(y);
        return residual ? x + y : y;
    }
}
