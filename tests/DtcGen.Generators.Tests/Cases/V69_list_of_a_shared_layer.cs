// input: float 8
// expect: declined l
namespace Tested;

[DualTomographic]
public sealed partial class Net : Module<Tensor, Tensor>
{
    private readonly Linear a = Linear(8, 16);
    private readonly Linear b = Linear(16, 4);
    private readonly Linear l = Linear(16, 16);
    private readonly ModuleList<Linear> s;

    public Net() : base("net")
    {
        s = ModuleList(l, l);
        RegisterComponents();
    }

    public override Tensor forward(Tensor x)
    {
        x = a.call(x);
        foreach (var layer in s)
        {
            x = layer.call(x).tanh();
        }

        return b.call(x);
    }
}
