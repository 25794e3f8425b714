// input: float 8
// expect: declined n = ReLU()
namespace Tested;

[DualTomographic]
public sealed partial class Net : Module<Tensor, Tensor>
{
    private void Build() { n = ReLU(); }
    private Module<Tensor, Tensor> n = Tanh(); private readonly Linear a = Linear(8, 16); private readonly Linear b = Linear(16, 4);
    public Net() : base("net")
    {
        Build();
        RegisterComponents();
    }
    public override Tensor forward(Tensor x)
    {
        return b.call(n.call(a.call(x)));
    }
}
