// Residual bottleneck blocks in a ModuleList, walked by foreach; a field that only some blocks have.
// input: float 3,6,6
// a: 5 channels: stem> blocks.0.body.0< blocks.0.project<
// b: 3 channels: blocks.0.body.0> blocks.0.body.1= blocks.0.body.3<
// c: 3 channels: blocks.0.body.3> blocks.0.body.4= blocks.0.body.6<
// d: 12 channels: blocks.0.body.6> blocks.0.body.7= blocks.0.project> blocks.1.body.0< blocks.1.body.6> blocks.1.body.7= head<
// e: 3 channels: blocks.1.body.0> blocks.1.body.1= blocks.1.body.3<
// f: 3 channels: blocks.1.body.3> blocks.1.body.4= blocks.1.body.6<
// stays: head: they are the model's output
// size: Layer(3, a, 9, 36) + Layer(a, b, 1, 36) + BatchNorm(b) + Layer(b, c, 9, 36) + BatchNorm(c)
//   + Layer(c, d, 1, 36) + BatchNorm(d) + Layer(a, d, 1, 36) + Layer(d, e, 1, 36) + BatchNorm(e)
//   + Layer(e, f, 9, 36) + BatchNorm(f) + Layer(f, d, 1, 36) + BatchNorm(d) + Layer(d, 4)

using DtcGen;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Tested;

[DualTomographic]
public sealed partial class Net : Module<Tensor, Tensor>
{
    private readonly Conv2d stem = Conv2d(3, 5, 3, padding: 1);
    private readonly ModuleList<Block> blocks = ModuleList(new Block(5, 3, 12), new Block(12, 3, 12));
    private readonly Linear head = Linear(12, 4);

    public Net() : base(nameof(Net)) => RegisterComponents();

    public override Tensor forward(Tensor x)
    {
        x = stem.call(x).relu();
        foreach (var block in blocks)
        {
            x = block.call(x);
        }

        return head.call(x.mean([2, 3]));
    }
}

public sealed class Block : Module<Tensor, Tensor>
{
    private readonly Sequential body;
    private readonly Conv2d? project;

    public Block(int inputs, int width, int outputs) : base(nameof(Block))
    {
        body = Sequential(
            Conv2d(inputs, width, 1), BatchNorm2d(width), ReLU(),
            Conv2d(width, width, 3, padding: 1), BatchNorm2d(width), ReLU(),
            Conv2d(width, outputs, 1), BatchNorm2d(outputs));
        if (inputs != outputs)
        {
            project = Conv2d(inputs, outputs, 1);
        }

        RegisterComponents();
    }

    public override Tensor forward(Tensor x) => functional.relu(body.call(x) + (project is null ? x : project.call(x)));
}
