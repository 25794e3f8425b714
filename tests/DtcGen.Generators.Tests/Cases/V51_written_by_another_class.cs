// input: float 8
// expect: declined net.act = Tanh()
namespace Tested;

internal static class Setter
{
    public static void Set(Net net) => net.act = Tanh();
}

[DualTomographic]
public sealed partial class Net : Module<Tensor, Tensor>
{
    private readonly Linear a = Linear(8, 16);
    private readonly Linear b = Linear(16, 4);
    internal Module<Tensor, Tensor> act = ReLU();

    public Net() : base("net")
    {
        Setter.Set(this);
        RegisterComponents();
    }

    public override Tensor forward(Tensor x)
    {
        return b.call(act.call(a.call(x)));
    }
}
