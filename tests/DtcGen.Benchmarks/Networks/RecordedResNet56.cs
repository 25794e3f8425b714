using DtcGen.Samples.Cifar;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace DtcGen.Benchmarks;

/// <summary>The network of <see cref="ResNet56"/>, whose stages are made by loops: it is recorded.</summary>
[DualTomographic(Record = true)]
public sealed partial class RecordedResNet56 : Module<Tensor, Tensor>
{
    private const int Blocks = 9;

    private readonly Conv2d _conv = Conv2d(3, 16, 3, padding: 1, bias: false);
    private readonly BatchNorm2d _bn = BatchNorm2d(16);
    private readonly ModuleList<Module<Tensor, Tensor>> _blocks = ModuleList<Module<Tensor, Tensor>>();
    private readonly Linear _fc = Linear(64, 10);

    /// <summary>Fresh weights.</summary>
    public RecordedResNet56()
        : base(nameof(RecordedResNet56))
    {
        for (var channels = 16; channels <= 64; channels *= 2)
        {
            for (var block = 0; block < Blocks; block++)
            {
                _blocks.Add(block == 0 && channels > 16 ? new DownBlock(channels / 2, channels) : new BasicBlock(channels));
            }
        }

        RegisterComponents();
    }

    /// <inheritdoc/>
    public override Tensor forward(Tensor x)
    {
        x = functional.relu(_bn.call(_conv.call(x)));
        foreach (var block in _blocks)
        {
            x = block.call(x);
        }

        return _fc.call(flatten(functional.adaptive_avg_pool2d(x, 1), 1));
    }
}
