// input: float 8
// expect: declined n = BatchNorm1d(16)
namespace Tested;

[DualTomographic]
public sealed partial class Net : Module<Tensor, Tensor>
{
    private readonly Module<Tensor, Tensor>? n; private readonly Linear a = Linear(8, 16); private readonly Linear b = Linear(16, 4);
    public Net() : this(true) { }
    private Net(bool norm) : base("net")
    {
        if (norm) n = BatchNorm1d(16);
        RegisterComponents();
    }
    public override Tensor forward(Tensor x)
    {
        x = a.call(x); if (n is not null) x = n.call(x); return b.call(functional.relu(x));
    }
}
