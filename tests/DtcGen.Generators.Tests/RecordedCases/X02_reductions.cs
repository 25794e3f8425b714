// input: float 6,8
namespace Tested;

[DualTomographic]
public sealed partial class Net : Module<Tensor, Tensor>
{
    private readonly Linear a = Linear(8, 16);
    private readonly Linear b = Linear(16, 4);

    public Net() : base("net")
    {
        RegisterComponents();
    }

    public override Tensor forward(Tensor x)
    {
        var t = a.call(x);
        var (spread, mean) = torch.var_mean(t, new long[] { 1 }, keepdim: true);
        var (dev, _) = t.std_mean(new long[] { -1 }, unbiased: false, keepdim: true);
        var s = t.select(1, 2);
        var u = t * spread + mean - dev + t.logsumexp(1, true) + torch.logsumexp(t, -1, true) + t.prod(1, true) * 0.01;
        u = u + t.norm(1, true, 2) + torch.norm(t, 2, true, 1) + torch.linalg.vector_norm(t, 3, new long[] { 1, 2 }, true);
        u = u + functional.normalize(t, 2, -1) + functional.normalize(t, 1, 1) + t.max(1, true).values - t.min(-1, true).values;
        u = u + (t > 0).sum(1, true) + torch.count_nonzero(t > 0.5, new long[] { 1 }).unsqueeze(1) * 0.1;
        u = torch.where((t > 1).any(1, true), u, -u) + torch.where((t > -2).all(-1, true), u, t);
        u = u + t.argmax(1, true) * 0.5 + s.sort(-1, true).Values.unsqueeze(1) + s.argsort(-1).unsqueeze(1) * 0.01;
        u = u[.., 1..] + torch.diff(t, 1, 1);
        return b.call(u + t.mean(new long[] { 1 }, true, ScalarType.Float32));
    }
}
