// input: float 8
// expect: declined a
namespace Tested;

[DualTomographic]
public sealed partial class Net : Module<Tensor, Tensor>
{
    private readonly Linear a = Linear(8, 16);
    private readonly Linear b = Linear(16, 4);
    private readonly BatchNorm1d n = BatchNorm1d(16);

    public Net() : base("net")
    {
        if (b.weight!.dim() > 1)
        {
            RegisterComponents();
        }
    }

    public override Tensor forward(Tensor x)
    {
        return b.call(functional.relu(n.call(a.call(x))));
    }
}
