// input: float 8
// expect: declined a
namespace Tested;

[DualTomographic]
public sealed partial class Net : Module<Tensor, Tensor>
{
    private readonly Linear a = Linear(8, 16);
    private readonly Linear b = Linear(16, 4);
    private readonly Module<Tensor, Tensor> act;

    public Net() : base("net")
    {
        act = Tanh();
        RegisterComponents();
    }

    public override Tensor forward(Tensor x)
    {
        return b.call(act.call(a.call(x)));
    }

    public Net(int wide) : base("other")
    {
        act = ReLU();
        RegisterComponents();
    }
}
