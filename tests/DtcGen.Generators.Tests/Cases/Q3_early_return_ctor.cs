// input: float 8
// expect: declined a | n = Tanh()
namespace Tested;

[DualTomographic]
public sealed partial class Net : Module<Tensor, Tensor>
{
    private readonly Module<Tensor, Tensor>? n; private readonly Linear a; private readonly Linear b;
    
    public Net() : this(false) { }
    private Net(bool norm) : base("net")
    {
        a = Linear(8, 16); b = Linear(16, 4); if (!norm) { RegisterComponents(); return; } n = Tanh();
        RegisterComponents();
    }
    public override Tensor forward(Tensor x)
    {
        x = a.call(x); if (n is not null) x = n.call(x); return b.call(x);
    }
}
