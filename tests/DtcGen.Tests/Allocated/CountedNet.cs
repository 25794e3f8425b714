using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace DtcGen.Tests.Allocated;

/// <summary>One group of eight channels, in two convolutions and a normalisation: seven tensors.</summary>
[DualTomographic]
public sealed partial class CountedNet : Module<Tensor, Tensor>
{
    private readonly Conv2d first = Conv2d(3, 8, 3);
    private readonly BatchNorm2d norm = BatchNorm2d(8);
    private readonly Conv2d second = Conv2d(8, 4, 3);

    public CountedNet()
        : base(nameof(CountedNet)) => RegisterComponents();

    public override Tensor forward(Tensor x) => second.call(functional.relu(norm.call(first.call(x)))).mean([2, 3]);
}
