using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace DtcGen.Benchmarks;

/// <summary>Two 3 × 3 convolutions beside a shortcut, which is a 1 × 1 convolution where the size changes.</summary>
internal sealed class ResidualBlock : Module<Tensor, Tensor>
{
    private readonly Conv2d conv1;
    private readonly BatchNorm2d bn1;
    private readonly Conv2d conv2;
    private readonly BatchNorm2d bn2;
    private readonly Module<Tensor, Tensor> shortcut;

    public ResidualBlock(int channelsIn, int channelsOut, int stride)
        : base(nameof(ResidualBlock))
    {
        conv1 = Conv2d(channelsIn, channelsOut, 3, stride: stride, padding: 1, bias: false);
        bn1 = BatchNorm2d(channelsOut);
        conv2 = Conv2d(channelsOut, channelsOut, 3, padding: 1, bias: false);
        bn2 = BatchNorm2d(channelsOut);
        shortcut = stride == 1 ? Identity() : Sequential(Conv2d(channelsIn, channelsOut, 1, stride: stride, bias: false), BatchNorm2d(channelsOut));
        RegisterComponents();
    }

    public override Tensor forward(Tensor x)
    {
        Tensor inner = functional.relu(bn1.call(conv1.call(x)));
        return functional.relu(bn2.call(conv2.call(inner)) + shortcut.call(x));
    }
}
