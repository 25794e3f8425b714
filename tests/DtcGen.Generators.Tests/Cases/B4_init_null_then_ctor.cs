// input: float 8
// expect: read
namespace Tested;

[DualTomographic]
public sealed partial class Net : Module<Tensor, Tensor>
{
    private readonly Module<Tensor, Tensor>? n = null; private readonly Linear a = Linear(8, 16); private readonly Linear b = Linear(16, 4);
    public Net() : base("net")
    {
        n = Tanh();
        RegisterComponents();
    }
    public override Tensor forward(Tensor x)
    {
        x = a.call(x); if (n != null) x = n.call(x); return b.call(x);
    }
}
