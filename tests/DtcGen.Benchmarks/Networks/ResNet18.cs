using DtcGen.Samples.Cifar;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace DtcGen.Benchmarks;

/// <summary>
/// The residual network of 18 layers for photographs of 224×224 pixels (He et al., arXiv 1512.03385, table 1) up to its
/// 512 features: without the last layer, and with a block more than there in the last stage, as the package has it that its
/// weights come from. What the features are made of stays.
/// </summary>
[DualTomographic]
public sealed partial class ResNet18 : Module<Tensor, Tensor>
{
    private readonly Conv2d _conv = Conv2d(3, 64, 7, stride: 2, padding: 3, bias: false);
    private readonly BatchNorm2d _bn = BatchNorm2d(64);
    private readonly MaxPool2d _pool = MaxPool2d(3, stride: 2, padding: 1);
    private readonly Sequential _stage1 = Sequential(new BasicBlock(64), new BasicBlock(64));
    private readonly Sequential _stage2 = Sequential(new DownBlock(64, 128), new BasicBlock(128));
    private readonly Sequential _stage3 = Sequential(new DownBlock(128, 256), new BasicBlock(256));
    private readonly Sequential _stage4 = Sequential(new DownBlock(256, 512), new BasicBlock(512), new BasicBlock(512));

    /// <summary>Fresh weights.</summary>
    public ResNet18()
        : base(nameof(ResNet18)) => RegisterComponents();

    /// <inheritdoc/>
    public override Tensor forward(Tensor x)
    {
        x = _pool.call(functional.relu(_bn.call(_conv.call(x))));
        x = _stage4.call(_stage3.call(_stage2.call(_stage1.call(x))));
        return flatten(functional.adaptive_avg_pool2d(x, 1), 1);
    }
}
