// input: float 8
// expect: declined p
namespace Tested;

[DualTomographic]
public sealed partial class Net : Module<Tensor, Tensor>
{
    private readonly Linear p; private readonly Linear q; private readonly Linear a = Linear(
        8, 16); private readonly Linear b = Linear(16, 4);
    public Net() : base("net")
    {
        p = Linear(16, 16); q = p;
        RegisterComponents();
    }
    public override Tensor forward(Tensor x)
    {
        return b.call(functional.relu(q.call(functional.tanh(p.call(a.call(x))))));
    }
}
