// input: float 8
namespace Tested;

[DualTomographic]
public sealed partial class Net : Module<Tensor, Tensor>
{
    private readonly Linear a = Linear(8, 8);
    private readonly Linear b = Linear(8, 4);

    public Net() : base("net")
    {
        RegisterComponents();
    }

    public override Tensor forward(Tensor x)
    {
        var t = torch.zeros(8);
        var y = a.call(x) + t;
        t.add_(1);
        var z = y * t;
        t.fill_(2);
        var u = torch.ones(8);
        u.mul_(z[0, 0] * 0 + 3);
        return b.call(y + z * t + u);
    }
}
