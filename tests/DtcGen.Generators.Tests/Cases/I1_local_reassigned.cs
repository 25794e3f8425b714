// input: float 8
// expect: declined act
namespace Tested;

[DualTomographic]
public sealed partial class Net : Module<Tensor, Tensor>
{
    private readonly Module<Tensor, Tensor> n; private readonly Linear a = Linear(8, 16); private readonly Linear b = Linear(16, 4);
    public Net() : base("net")
    {
        Module<Tensor, Tensor> act = ReLU(); if (a.weight!.dim() == 2) act = Tanh(); n = act;
        RegisterComponents();
    }
    public override Tensor forward(Tensor x)
    {
        return b.call(n.call(a.call(x)));
    }
}
