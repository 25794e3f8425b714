using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace DtcGen.Benchmarks;

/// <summary>Attention and two layers behind it, each after a layer normalisation and with what went in added.</summary>
public sealed class EncoderBlock : Module<Tensor, Tensor>
{
    private const int HeadSize = 24;

    private readonly LayerNorm _norm1;
    private readonly Linear _query;
    private readonly Linear _key;
    private readonly Linear _value;
    private readonly Linear _out;
    private readonly LayerNorm _norm2;
    private readonly Linear _up;
    private readonly Linear _down;

    /// <summary>Fresh weights.</summary>
    /// <param name="width">The features of a token.</param>
    /// <param name="heads">The heads, of 24 features each.</param>
    public EncoderBlock(int width, int heads)
        : base(nameof(EncoderBlock))
    {
        _norm1 = LayerNorm(width);
        _query = Linear(width, heads * HeadSize);
        _key = Linear(width, heads * HeadSize);
        _value = Linear(width, heads * HeadSize);
        _out = Linear(heads * HeadSize, width);
        _norm2 = LayerNorm(width);
        _up = Linear(width, 4 * width);
        _down = Linear(4 * width, width);
        RegisterComponents();
    }

    /// <inheritdoc/>
    public override Tensor forward(Tensor x)
    {
        x = x + Attend(_norm1.call(x));
        return x + _down.call(functional.gelu(_up.call(_norm2.call(x))));
    }

    private Tensor Attend(Tensor x)
    {
        var scores = Split(_query.call(x)).matmul(Split(_key.call(x)).transpose(-2, -1)) / Math.Sqrt(HeadSize);
        var mixed = functional.softmax(scores, dim: -1).matmul(Split(_value.call(x)));
        return _out.call(mixed.transpose(1, 2).contiguous().view(x.shape[0], x.shape[1], -1));
    }

    private Tensor Split(Tensor x) => x.view(x.shape[0], x.shape[1], -1, HeadSize).transpose(1, 2);
}
