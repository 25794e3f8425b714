// input: float 8
// expect: declined kind switch { "relu" => ReLU(), _ => Tanh() }
namespace Tested;

[DualTomographic]
public sealed partial class Net : Module<Tensor, Tensor>
{
    private readonly Module<Tensor, Tensor> n; private readonly Linear a = Linear(8, 16); private readonly Linear b = Linear(16, 4);
    public Net() : this("relu") { }
    private Net(string kind) : base("net")
    {
        n = kind switch { "relu" => ReLU(), _ => Tanh() };
        RegisterComponents();
    }
    public override Tensor forward(Tensor x)
    {
        return b.call(n.call(a.call(x)));
    }
}
