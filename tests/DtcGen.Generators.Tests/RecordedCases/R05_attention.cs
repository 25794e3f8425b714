// input: float 6,8
namespace Tested;

[DualTomographic]
public sealed partial class Net : Module<Tensor, Tensor>
{
    private readonly Linear enter = Linear(8, 12);
    private readonly Linear other = Linear(8, 5);
    private readonly Linear third = Linear(8, 5);
    private readonly MultiheadAttention plain = MultiheadAttention(12, 3);
    private readonly MultiheadAttention bare = MultiheadAttention(12, 4, bias: false);
    private readonly MultiheadAttention mixed = MultiheadAttention(12, 2, kdim: 5, vdim: 5);
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
        h = plain.call(h, h, h, null, false, causal).Item1;
        var (a, weights) = bare.call(h, h, h, padding, true, torch.triu(torch.ones(6, 6), 1) > 0);
        var c = mixed.call(a, other.call(x).transpose(0, 1), third.call(x).transpose(0, 1), null, true).Item1;
        return leave.call((c + a).transpose(0, 1)) + weights.sum(-2).unsqueeze(-1);
    }
}
