// Basic blocks in two stages: a group runs through every residual sum of its stage, and through the shortcut of the next.
// input: float 3,8,8
// a: 6 channels: stem> norm= layer1.0.conv1< layer1.0.conv2> layer1.0.bn2= layer1.1.conv1< layer1.1.conv2>
//   layer1.1.bn2= layer2.down.conv1< layer2.down.shortcut.0<
// b: 6 channels: layer1.0.conv1> layer1.0.bn1= layer1.0.conv2<
// c: 6 channels: layer1.1.conv1> layer1.1.bn1= layer1.1.conv2<
// d: 8 channels: layer2.down.conv1> layer2.down.bn1= layer2.down.conv2<
// e: 8 channels: layer2.down.conv2> layer2.down.bn2= layer2.down.shortcut.0> layer2.down.shortcut.1=
//   layer2.same.conv1< layer2.same.conv2> layer2.same.bn2= fc<
// f: 8 channels: layer2.same.conv1> layer2.same.bn1= layer2.same.conv2<
// stays: fc: they are the model's output
// size: NoBias(3, a, 9, 64) + BatchNorm(a) + NoBias(a, b, 9, 64) + BatchNorm(b)
//   + NoBias(b, a, 9, 64) + BatchNorm(a) + NoBias(a, c, 9, 64) + BatchNorm(c)
//   + NoBias(c, a, 9, 64) + BatchNorm(a) + NoBias(a, d, 9, 16) + BatchNorm(d)
//   + NoBias(d, e, 9, 16) + BatchNorm(e) + NoBias(a, e, 1, 16) + BatchNorm(e)
//   + NoBias(e, f, 9, 16) + BatchNorm(f) + NoBias(f, e, 9, 16) + BatchNorm(e) + Layer(e, 4)

using DtcGen;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Tested;

[DualTomographic]
public sealed partial class Net : Module<Tensor, Tensor>
{
    private readonly Conv2d stem = Conv2d(3, 6, 3, padding: 1, bias: false);
    private readonly BatchNorm2d norm = BatchNorm2d(6);
    private readonly Sequential layer1 = Sequential(new BasicBlock(6, 6, 1), new BasicBlock(6, 6, 1));
    private readonly Sequential layer2 = Sequential(("down", new BasicBlock(6, 8, 2)), ("same", new BasicBlock(8, 8, 1)));
    private readonly Linear fc = Linear(8, 4);

    public Net() : base(nameof(Net)) => RegisterComponents();

    public override Tensor forward(Tensor x)
    {
        using var scope = NewDisposeScope();
        x = functional.relu(norm.call(stem.call(x)));
        x = layer2.call(layer1.call(x));
        x = functional.adaptive_avg_pool2d(x, 1).flatten(1);
        return fc.call(x).MoveToOuterDisposeScope();
    }
}

public sealed class BasicBlock : Module<Tensor, Tensor>
{
    private readonly Conv2d conv1;
    private readonly BatchNorm2d bn1;
    private readonly Conv2d conv2;
    private readonly BatchNorm2d bn2;
    private readonly Module<Tensor, Tensor> shortcut;

    public BasicBlock(int inputs, int outputs, int stride) : base(nameof(BasicBlock))
    {
        conv1 = Conv2d(inputs, outputs, 3, stride: stride, padding: 1, bias: false);
        bn1 = BatchNorm2d(outputs);
        conv2 = Conv2d(outputs, outputs, 3, padding: 1, bias: false);
        bn2 = BatchNorm2d(outputs);
        shortcut = stride != 1 || inputs != outputs
            ? Sequential(Conv2d(inputs, outputs, 1, stride: stride, bias: false), BatchNorm2d(outputs))
            : Identity();
        RegisterComponents();
    }

    public override Tensor forward(Tensor x)
    {
        var y = functional.relu(bn1.call(conv1.call(x)));
        y = bn2.call(conv2.call(y));
        y += shortcut.call(x);
        return functional.relu(y);
    }
}
