using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace DtcGen.Samples.Cifar;

/// <summary>
/// The residual network of 20 layers for 32×32 colour images (He et al., arXiv 1512.03385, section 4.2). All blocks of
/// a stage add to the same channels, so these leave together.
/// </summary>
[DualTomographic]
public sealed partial class ResNet20 : Module<Tensor, Tensor>
{
    private readonly Conv2d conv = Conv2d(3, 16, 3, padding: 1, bias: false);
    private readonly BatchNorm2d bn = BatchNorm2d(16);
    private readonly Sequential stage1 = Sequential(new BasicBlock(16), new BasicBlock(16), new BasicBlock(16));
    private readonly Sequential stage2 = Sequential(new DownBlock(16, 32), new BasicBlock(32), new BasicBlock(32));
    private readonly Sequential stage3 = Sequential(new DownBlock(32, 64), new BasicBlock(64), new BasicBlock(64));
    private readonly Linear fc = Linear(64, 10);

    public ResNet20()
        : base(nameof(ResNet20)) => RegisterComponents();

    public override Tensor forward(Tensor x)
    {
        x = functional.relu(bn.call(conv.call(x)));
        x = stage3.call(stage2.call(stage1.call(x)));
        return fc.call(flatten(functional.adaptive_avg_pool2d(x, 1), 1));
    }
}
