// Attention by scaled_dot_product_attention with a causal mask: whole heads leave.
// input: float 6,5
// a: 3 heads: q> k> v> o< (each 4)
// stays: o: they are the model's output
// size: Layer(5, 3 * 4 * a, 1, 6) + MultiplyAdds(2 * a * 6 * 6 * 4) + Layer(4 * a, 4, 1, 6)

using DtcGen;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Tested;

[DualTomographic]
public sealed partial class Net : Module<Tensor, Tensor>
{
    private readonly Linear q = Linear(5, 12);
    private readonly Linear k = Linear(5, 12);
    private readonly Linear v = Linear(5, 12);
    private readonly Linear o = Linear(12, 4);

    public Net() : base(nameof(Net)) => RegisterComponents();

    public override Tensor forward(Tensor x)
    {
        var mixed = functional.scaled_dot_product_attention(Heads(q.call(x)), Heads(k.call(x)), Heads(v.call(x)), is_casual: true);
        return o.call(mixed.transpose(1, 2).contiguous().view(x.shape[0], x.shape[1], -1));
    }

    private static Tensor Heads(Tensor x) => x.view(x.shape[0], x.shape[1], -1, 4).transpose(1, 2);
}
