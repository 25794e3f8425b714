// input: float 6,8
namespace Tested;

[DualTomographic]
public sealed partial class Net : Module<Tensor, Tensor>
{
    private readonly Linear a = Linear(8, 5);
    private readonly Linear b = Linear(8, 5);
    private readonly Linear c = Linear(5, 4);

    public Net() : base("net")
    {
        RegisterComponents();
    }

    public override Tensor forward(Tensor x)
    {
        var t = a.call(x).relu();
        t[.., 0] = b.call(x[.., 1]);
        t[.., 3..] = t[.., ..3] * 0.5;
        return c.call(t);
    }
}
