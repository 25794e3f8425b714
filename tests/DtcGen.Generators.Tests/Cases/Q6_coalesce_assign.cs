// input: float 8
// expect: declined n ??= ReLU()
namespace Tested;

[DualTomographic]
public sealed partial class Net : Module<Tensor, Tensor>
{
    private Module<Tensor, Tensor>? n; private readonly Linear a = Linear(8, 16); private readonly Linear b = Linear(16, 4);
    
    public Net() : this(Tanh()) { }
    private Net(Module<Tensor, Tensor>? k) : base("net")
    {
        n = k; n ??= ReLU();
        RegisterComponents();
    }
    public override Tensor forward(Tensor x)
    {
        x = a.call(x); x = n.call(x); return b.call(x);
    }
}
