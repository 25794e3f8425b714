// Attention written out with matmul and softmax, between layer normalisations; heads and hidden neurons leave, the rest stays.
// input: float 6,5
// a: 3 heads: q> k> v> o< (each 4)
// b: 20 neurons: up> down<
// stays: embed: 'norm1' runs across them
// stays: o: 'norm1' runs across them
// stays: down: 'norm1' runs across them
// stays: head: they are the model's output
// size: Layer(5, 12, 1, 6) + LayerNorm(12) + Layer(12, 3 * 4 * a, 1, 6)
//   + MultiplyAdds(2 * a * 6 * 6 * 4) + Layer(4 * a, 12, 1, 6) + LayerNorm(12)
//   + Layer(12, b, 1, 6) + Layer(b, 12, 1, 6) + Layer(12, 4)

using System;
using DtcGen;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Tested;

[DualTomographic]
public sealed partial class Net : Module<Tensor, Tensor>
{
    private const int Heads = 3;
    private const int Size = 4;
    private readonly Linear embed = Linear(5, 12);
    private readonly LayerNorm norm1 = LayerNorm(12);
    private readonly Linear q = Linear(12, Heads * Size);
    private readonly Linear k = Linear(12, Heads * Size);
    private readonly Linear v = Linear(12, Heads * Size);
    private readonly Linear o = Linear(Heads * Size, 12);
    private readonly LayerNorm norm2 = LayerNorm(12);
    private readonly Linear up = Linear(12, 20);
    private readonly Linear down = Linear(20, 12);
    private readonly Linear head = Linear(12, 4);

    public Net() : base(nameof(Net)) => RegisterComponents();

    public override Tensor forward(Tensor x)
    {
        var h = embed.call(x);
        h = h + Attend(norm1.call(h));
        h = h + down.call(functional.gelu(up.call(norm2.call(h))));
        return head.call(h.mean([1]));
    }

    private Tensor Attend(Tensor x)
    {
        var (batch, length) = (x.shape[0], x.shape[1]);
        var scores = Split(q.call(x)).matmul(Split(k.call(x)).transpose(-2, -1)) / Math.Sqrt(Size);
        var mixed = functional.softmax(scores, dim: -1).matmul(Split(v.call(x)));
        return o.call(mixed.transpose(1, 2).contiguous().view(batch, length, -1));
    }

    private Tensor Split(Tensor x) => x.view(x.shape[0], x.shape[1], -1, Size).transpose(1, 2);
}
