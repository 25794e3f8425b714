// input: float 8
// expect: declined r.call(x)
namespace Tested;

[DualTomographic]
public sealed partial class Net : Module<Tensor, Tensor>
{
    private readonly Linear a = Linear(8, 16);
    private readonly Linear b = Linear(16, 4);
    private readonly Linear r;

    public Net() : base("net")
    {
        r = Linear(a.weight);
        RegisterComponents();
    }

    public override Tensor forward(Tensor x)
    {
        return b.call(functional.relu(r.call(x)) + a.call(x));
    }
}
