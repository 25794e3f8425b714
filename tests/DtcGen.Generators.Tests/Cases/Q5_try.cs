// input: float 8
// expect: declined n = ReLU()
namespace Tested;

[DualTomographic]
public sealed partial class Net : Module<Tensor, Tensor>
{
    private Module<Tensor, Tensor>? n; private readonly Linear a = Linear(8, 16); private readonly Linear b = Linear(16, 4);
    
    public Net() : this(1) { }
    private Net(int k) : base("net")
    {
        switch (k) { case 0: n = ReLU(); break; }
        RegisterComponents();
    }
    public override Tensor forward(Tensor x)
    {
        x = a.call(x); if (n != null) x = n.call(x); return b.call(x);
    }
}
