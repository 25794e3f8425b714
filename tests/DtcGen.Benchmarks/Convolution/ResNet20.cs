using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace DtcGen.Benchmarks;

/// <summary>The residual network of 20 layers for 32 × 32 colour images.</summary>
internal sealed class ResNet20 : Module<Tensor, Tensor>
{
    private readonly Conv2d conv = Conv2d(3, 16, 3, padding: 1, bias: false);
    private readonly BatchNorm2d bn = BatchNorm2d(16);
    private readonly Sequential blocks;
    private readonly AdaptiveAvgPool2d pool = AdaptiveAvgPool2d(1);
    private readonly Linear fc = Linear(64, 10);

    public ResNet20()
        : base(nameof(ResNet20))
    {
        (int In, int Out, int Stride)[] table = [(16, 16, 1), (16, 16, 1), (16, 16, 1), (16, 32, 2), (32, 32, 1), (32, 32, 1), (32, 64, 2), (64, 64, 1), (64, 64, 1)];
        blocks = Sequential(table.Select(row => (Module<Tensor, Tensor>)new ResidualBlock(row.In, row.Out, row.Stride)).ToArray());
        RegisterComponents();
    }

    public override Tensor forward(Tensor x)
        => fc.call(flatten(pool.call(blocks.call(functional.relu(bn.call(conv.call(x))))), 1));
}
