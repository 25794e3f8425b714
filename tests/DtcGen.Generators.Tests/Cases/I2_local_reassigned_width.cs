// input: float 8
// expect: declined act
namespace Tested;

[DualTomographic]
public sealed partial class Net : Module<Tensor, Tensor>
{
    private readonly Module<Tensor, Tensor> n; private readonly Linear a = Linear(8, 16); private readonly Linear b = Linear(16, 4);
    public Net() : base("net")
    {
        Module<Tensor, Tensor> act = Identity(); act = Linear(16, 16); n = act;
        RegisterComponents();
    }
    public override Tensor forward(Tensor x)
    {
        return b.call(functional.relu(n.call(a.call(x))));
    }
}
