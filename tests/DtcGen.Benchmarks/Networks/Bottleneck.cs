using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace DtcGen.Benchmarks;

/// <summary>The block of ResNet-50: three convolutions, of which the outer two are 1 × 1.</summary>
public sealed class Bottleneck : Module<Tensor, Tensor>
{
    private const int Expansion = 4;

    private readonly Conv2d _reduce;
    private readonly BatchNorm2d _norm1;
    private readonly Conv2d _conv;
    private readonly BatchNorm2d _norm2;
    private readonly Conv2d _expand;
    private readonly BatchNorm2d _norm3;
    private readonly ReLU _relu = ReLU(inplace: true);
    private readonly Sequential? _shortcut;

    /// <summary>Fresh weights.</summary>
    /// <param name="inputs">The channels that it takes.</param>
    /// <param name="width">The channels inside; four times as many leave.</param>
    /// <param name="stride">The stride of the middle convolution.</param>
    public Bottleneck(int inputs, int width, int stride)
        : base(nameof(Bottleneck))
    {
        _reduce = Conv2d(inputs, width, 1, bias: false);
        _norm1 = BatchNorm2d(width);
        _conv = Conv2d(width, width, 3, stride: stride, padding: 1, bias: false);
        _norm2 = BatchNorm2d(width);
        _expand = Conv2d(width, Expansion * width, 1, bias: false);
        _norm3 = BatchNorm2d(Expansion * width);
        if (stride != 1 || inputs != Expansion * width)
        {
            _shortcut = Sequential(Conv2d(inputs, Expansion * width, 1, stride: stride, bias: false), BatchNorm2d(Expansion * width));
        }

        RegisterComponents();
    }

    /// <inheritdoc/>
    public override Tensor forward(Tensor x)
    {
        var y = _relu.call(_norm1.call(_reduce.call(x)));
        y = _relu.call(_norm2.call(_conv.call(y)));
        y = _norm3.call(_expand.call(y));
        y += _shortcut is null ? x : _shortcut.call(x);
        return _relu.call(y);
    }
}
