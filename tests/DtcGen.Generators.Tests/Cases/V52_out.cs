// input: float 8
// expect: declined act
namespace Tested;

[DualTomographic]
public sealed partial class Net : Module<Tensor, Tensor>
{
    private readonly Linear a = Linear(8, 16);
    private readonly Linear b = Linear(16, 4);
    private Module<Tensor, Tensor> act;

    public Net() : base("net")
    {
        Make(out act);
        RegisterComponents();
    }

    public override Tensor forward(Tensor x)
    {
        return b.call(act.call(a.call(x)));
    }

    private static void Make(out Module<Tensor, Tensor> made) => made = Tanh();
}
