// input: float 8
namespace Tested;

[DualTomographic]
public sealed partial class Net : Module<Tensor, Tensor>
{
    private readonly Linear a = Linear(8, 16);
    private readonly Linear b = Linear(16, 4);
    private readonly Linear c = Linear(8, 3);

    public Net() : base("net")
    {
        RegisterComponents();
    }

    public override Tensor forward(Tensor x)
    {
        var t = a.call(x);
        t[.., 0] = x[.., 1];
        t[.., 2..5] = c.call(x);
        t[.., 6] = 0.5;
        t[.., ^1] = t[.., 3] * 2;
        t[.., 7..13] += torch.sigmoid(t[.., 0..6]);
        return b.call(t);
    }
}
