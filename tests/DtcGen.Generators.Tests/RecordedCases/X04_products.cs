// input: float 6,8
namespace Tested;

[DualTomographic]
public sealed partial class Net : Module<Tensor, Tensor>
{
    private readonly Linear a = Linear(8, 16);
    private readonly Linear b = Linear(16, 4);
    private readonly Parameter v = Parameter(torch.randn(16));
    private readonly Parameter w = Parameter(torch.randn(16, 16));

    public Net() : base("net")
    {
        RegisterComponents();
    }

    public override Tensor forward(Tensor x)
    {
        var t = a.call(x);
        var s = t.select(1, 0);
        var u = torch.addmm(s, s, w, 0.5f, 2f) + torch.baddbmm(t, w.expand(x.shape[0], 16, 16), t, 2f, 0.5f).mean([1]);
        u = u + torch.mv(s, v).unsqueeze(-1) + s.matmul(v).unsqueeze(-1) + torch.matmul(v, w) + torch.outer(v, v).sum([0], false);
        u = u + torch.dot(v, v) * s + t.matmul(v).mean([1], true) + torch.addmv(s.select(1, 0), s, v, 2, 0.5f).unsqueeze(1);
        var far = torch.cdist(t, t[.., ..3]).mean([2]);
        u = u + far.mean([1], true) + functional.cosine_similarity(t, t * 2 + 1, -1).mean([1], true);
        u = u + functional.pairwise_distance(s, u).unsqueeze(-1) + functional.pairwise_distance(s, u, p: 1, keepdim: true);
        var hot = functional.one_hot(s.argmax(-1), 16).to(ScalarType.Float32);
        return b.call(u + hot);
    }
}
