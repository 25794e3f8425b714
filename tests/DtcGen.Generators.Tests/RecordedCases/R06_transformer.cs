// input: float 6,8
namespace Tested;

[DualTomographic]
public sealed partial class Net : Module<Tensor, Tensor>
{
    private readonly Linear enter = Linear(8, 12);
    private readonly TransformerEncoderLayer one = TransformerEncoderLayer(12, 3, 10);
    private readonly TransformerEncoder several = TransformerEncoder(TransformerEncoderLayer(12, 2, 9, activation: Activations.GELU), 2);
    private readonly TransformerDecoderLayer down = TransformerDecoderLayer(12, 4, 11, activation: Activations.GELU);
    private readonly TransformerDecoder further = TransformerDecoder(TransformerDecoderLayer(12, 6, 7), 2);
    private readonly Transformer whole = Transformer(12, 3, 1, 2, 14);
    private readonly Linear leave = Linear(12, 4);

    public Net() : base("net")
    {
        RegisterComponents();
        foreach (var (_, parameter) in named_parameters())
        {
            init.normal_(parameter, 0, 0.3);
        }
    }

    public override Tensor forward(Tensor x)
    {
        var h = enter.call(x).transpose(0, 1);
        var causal = torch.triu(torch.full([6, 6], float.NegativeInfinity), 1);
        var padding = torch.cat([torch.zeros(x.shape[0], 1) > 0, x[.., 1..].sum(-1) > 1], 1);
        h = one.call(h) + one.call(h, causal) + one.call(h, causal, padding);
        h = several.call(h, causal, padding) + several.call(h);
        var memory = h[..4];
        h = down.call(h, memory, causal, null, padding, padding[.., ..4]) + further.call(h, memory);
        return leave.call((whole.call(h, h) + whole.call(h, h, causal, causal)).transpose(0, 1));
    }
}
