// input: float 8
// expect: read
namespace Tested;

[DualTomographic]
public sealed partial class Net : Module<Tensor, Tensor>
{
    private readonly Linear a = Linear(8, 16);
    private readonly Linear b = Linear(16, 4);
    private readonly BatchNorm1d n;

    public Net() : base("net")
    {
        n = BatchNorm1d(16);
        register_module("a", a);
        register_module("n", n);
        register_module("b", b);
    }

    public override Tensor forward(Tensor x)
    {
        return b.call(functional.relu(n.call(a.call(x))));
    }
}
