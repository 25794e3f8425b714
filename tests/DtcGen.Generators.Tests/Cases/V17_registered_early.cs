// input: float 8
// expect: declined n
namespace Tested;

[DualTomographic]
public sealed partial class Net : Module<Tensor, Tensor>
{
    private readonly Linear a = Linear(8, 16);
    private readonly Linear b = Linear(16, 4);
    private readonly BatchNorm1d n;

    public Net() : base("net")
    {
        RegisterComponents();
        n = BatchNorm1d(16);
    }

    public override Tensor forward(Tensor x)
    {
        return b.call(functional.relu(n.call(a.call(x))));
    }
}
