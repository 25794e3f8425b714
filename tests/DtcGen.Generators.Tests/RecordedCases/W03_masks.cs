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
        var copy = t.clone();
        t[t > 0.5] = 0.25;
        t.masked_fill_(t < -0.25, -1.5);
        var part = t.narrow(1, 4, 6);
        part.masked_fill_(part.eq(0.25), 3);
        part[copy[.., 4..10] < 0] = part.mean();
        return b.call(t) + b.call(copy);
    }
}
