using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace DtcGen.Benchmarks;

/// <summary>
/// ResNet-50 for pictures of 224 × 224 (He et al., arXiv 1512.03385, table 1), whose stages are made by loops: it is recorded.
/// </summary>
[DualTomographic(Record = true)]
public sealed partial class ResNet50 : Module<Tensor, Tensor>
{
    private static readonly (int Width, int Blocks, int Stride)[] Stages = [(64, 3, 1), (128, 4, 2), (256, 6, 2), (512, 3, 2)];

    private readonly Conv2d _conv = Conv2d(3, 64, 7, stride: 2, padding: 3, bias: false);
    private readonly BatchNorm2d _norm = BatchNorm2d(64);
    private readonly ReLU _relu = ReLU(inplace: true);
    private readonly MaxPool2d _pool = MaxPool2d(3, stride: 2, padding: 1);
    private readonly ModuleList<Bottleneck> _blocks = ModuleList<Bottleneck>();
    private readonly Linear _leave;

    /// <summary>Fresh weights.</summary>
    public ResNet50()
        : base(nameof(ResNet50))
    {
        var channels = 64;
        foreach (var (width, blocks, stride) in Stages)
        {
            for (var block = 0; block < blocks; block++)
            {
                _blocks.Add(new Bottleneck(channels, width, block == 0 ? stride : 1));
                channels = 4 * width;
            }
        }

        _leave = Linear(channels, 1000);
        RegisterComponents();
    }

    /// <inheritdoc/>
    public override Tensor forward(Tensor x)
    {
        x = _pool.call(_relu.call(_norm.call(_conv.call(x))));
        foreach (var block in _blocks)
        {
            x = block.call(x);
        }

        return _leave.call(flatten(functional.adaptive_avg_pool2d(x, 1), 1));
    }
}
