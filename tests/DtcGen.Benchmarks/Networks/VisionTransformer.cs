using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace DtcGen.Benchmarks;

/// <summary>
/// A vision transformer (Dosovitskiy et al., arXiv 2010.11929) for 32×32 colour images in 64 patches: six blocks of 192 features and
/// eight heads.
/// </summary>
[DualTomographic]
public sealed partial class VisionTransformer : Module<Tensor, Tensor>
{
    private const int Width = 192;
    private const int Heads = 8;

    private readonly Conv2d _patches = Conv2d(3, Width, 4, stride: 4);
    private readonly Sequential _blocks = Sequential(
        new EncoderBlock(Width, Heads), new EncoderBlock(Width, Heads), new EncoderBlock(Width, Heads),
        new EncoderBlock(Width, Heads), new EncoderBlock(Width, Heads), new EncoderBlock(Width, Heads));

    private readonly LayerNorm _norm = LayerNorm(Width);
    private readonly Linear _head = Linear(Width, 10);

    /// <summary>Fresh weights.</summary>
    public VisionTransformer()
        : base(nameof(VisionTransformer)) => RegisterComponents();

    /// <inheritdoc/>
    public override Tensor forward(Tensor x)
    {
        x = _patches.call(x).flatten(2).transpose(1, 2);
        return _head.call(_norm.call(_blocks.call(x)).mean([1]));
    }
}
