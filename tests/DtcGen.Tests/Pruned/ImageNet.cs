using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace DtcGen.Tests.Pruned;

/// <summary>Convolutions of every kind that takes neurons, normalisations, a sum of two branches, and a flatten.</summary>
[DualTomographic]
public sealed partial class ImageNet : Module<Tensor, Tensor>
{
    private readonly Conv2d enter = Conv2d(2, 6, 3, padding: 1, bias: false);
    private readonly BatchNorm2d norm = BatchNorm2d(6);
    private readonly Conv2d deep = Conv2d(6, 6, 3, padding: 1, groups: 6);
    private readonly Conv2d mixed = Conv2d(
        6, 8, (3, 1), stride: (2, 1), padding: (2, 0), dilation: (2, 1), padding_mode: PaddingModes.Circular);
    private readonly Conv2d side = Conv2d(8, 8, 1);
    private readonly Conv2d grouped = Conv2d(8, 6, 3, groups: 2);
    private readonly Linear leave = Linear(6 * 1 * 3, 4);

    public ImageNet()
        : base(nameof(ImageNet)) => RegisterComponents();

    public override Tensor forward(Tensor x)
    {
        x = deep.call(functional.relu(norm.call(enter.call(x))));
        x = mixed.call(x);
        x = x + functional.relu(side.call(x));
        x = functional.relu(grouped.call(x));
        return leave.call(x.flatten(1));
    }
}
