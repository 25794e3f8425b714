// input: float 8
// expect: declined wide ? Tanh() : ReLU()
namespace Tested;

[DualTomographic]
public sealed partial class Net : Module<Tensor, Tensor>
{
    private readonly Linear a = Linear(8, 16);
    private readonly Linear b = Linear(16, 4);
    private readonly bool wide;
    private readonly Module<Tensor, Tensor> act;

    public Net() : base("net")
    {
        act = wide ? Tanh() : ReLU();
        wide = true;
        RegisterComponents();
    }

    public override Tensor forward(Tensor x)
    {
        return b.call(act.call(a.call(x)));
    }
}
