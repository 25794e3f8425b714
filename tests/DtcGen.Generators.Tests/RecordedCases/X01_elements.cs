// input: float 8
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
        var p = t.abs() + 0.5;
        var u = p.log2() + p.log10() * 2 + t.log1p().nan_to_num(0.25, 3, -3) + t.exp2() - t.expm1() + t.erfc();
        u = u + (t * 3).trunc() - (t * 5).frac() + torch.hypot(t, p) + torch.lerp(t, p, torch.sigmoid(t));
        u = u + t.addcmul(p, t, 0.5) + t.addcdiv(t, p, -2) + (t * 4) % 1.5 + torch.remainder(t * 4, p) + t.floor_divide(p);
        u = u + functional.threshold(t, 0.1, -2) + functional.hardshrink(t, 0.2) + functional.softshrink(t, 0.3) + functional.tanhshrink(t);
        u = u + functional.softmin(t, -1) + functional.rrelu(t, 0.1, 0.3) + t.div(p, RoundingMode.floor) + t.div(p, RoundingMode.trunc);
        u = u + t.add(p, 3) + torch.clamp(t, min: -p * 0.1, max: p * 0.2) + functional.prelu(t, torch.tensor(new float[] { 0.3f }));
        u = u + t.round(1) + torch.fmod(t * 4, 1.5) + torch.fmod(t * 4, p) + torch.logical_and(t, t > 0) * 0.5 + t.logical_not();
        return b.call(torch.where(torch.isfinite(u), u, t));
    }
}
