using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace DtcGen.Samples.Cifar;

/// <summary>A block that halves the image: a 1×1 convolution takes the identity's place, since the sizes differ.</summary>
public sealed class DownBlock : Module<Tensor, Tensor>
{
    private readonly Conv2d conv1;
    private readonly BatchNorm2d bn1;
    private readonly Conv2d conv2;
    private readonly BatchNorm2d bn2;
    private readonly Conv2d shortcut;
    private readonly BatchNorm2d shortcutBn;

    public DownBlock(int channelsIn, int channelsOut)
        : base(nameof(DownBlock))
    {
        conv1 = Conv2d(channelsIn, channelsOut, 3, stride: 2, padding: 1, bias: false);
        bn1 = BatchNorm2d(channelsOut);
        conv2 = Conv2d(channelsOut, channelsOut, 3, padding: 1, bias: false);
        bn2 = BatchNorm2d(channelsOut);
        shortcut = Conv2d(channelsIn, channelsOut, 1, stride: 2, bias: false);
        shortcutBn = BatchNorm2d(channelsOut);
        RegisterComponents();
    }

    public override Tensor forward(Tensor x)
    {
        var inner = functional.relu(bn1.call(conv1.call(x)));
        return functional.relu(bn2.call(conv2.call(inner)) + shortcutBn.call(shortcut.call(x)));
    }
}
