using DtcGen.Samples.Cifar;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace DtcGen.Benchmarks;

/// <summary>
/// samples/Cifar's residual network with nine blocks in each stage: 56 layers (He et al., arXiv 1512.03385, section 4.2).
/// </summary>
[DualTomographic]
public sealed partial class ResNet56 : Module<Tensor, Tensor>
{
    private readonly Conv2d _conv = Conv2d(3, 16, 3, padding: 1, bias: false);
    private readonly BatchNorm2d _bn = BatchNorm2d(16);
    private readonly Sequential _stage1 = Sequential(
        new BasicBlock(16), new BasicBlock(16), new BasicBlock(16), new BasicBlock(16), new BasicBlock(16),
        new BasicBlock(16), new BasicBlock(16), new BasicBlock(16), new BasicBlock(16));

    private readonly Sequential _stage2 = Sequential(
        new DownBlock(16, 32), new BasicBlock(32), new BasicBlock(32), new BasicBlock(32), new BasicBlock(32),
        new BasicBlock(32), new BasicBlock(32), new BasicBlock(32), new BasicBlock(32));

    private readonly Sequential _stage3 = Sequential(
        new DownBlock(32, 64), new BasicBlock(64), new BasicBlock(64), new BasicBlock(64), new BasicBlock(64),
        new BasicBlock(64), new BasicBlock(64), new BasicBlock(64), new BasicBlock(64));

    private readonly Linear _fc = Linear(64, 10);

    /// <summary>Fresh weights.</summary>
    public ResNet56()
        : base(nameof(ResNet56)) => RegisterComponents();

    /// <inheritdoc/>
    public override Tensor forward(Tensor x)
    {
        x = functional.relu(_bn.call(_conv.call(x)));
        x = _stage3.call(_stage2.call(_stage1.call(x)));
        return _fc.call(flatten(functional.adaptive_avg_pool2d(x, 1), 1));
    }
}
