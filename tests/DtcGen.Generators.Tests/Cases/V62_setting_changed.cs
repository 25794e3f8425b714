// input: float 8
// expect: declined r.weight
namespace Tested;

[DualTomographic]
public sealed partial class Net : Module<Tensor, Tensor>
{
    private readonly Linear a = Linear(8, 16);
    private readonly Linear b = Linear(16, 4);
    private readonly Linear r = Linear(16, 16);

    public Net() : base("net")
    {
        r.weight = Parameter(torch.rand(16, 16));
        RegisterComponents();
    }

    public override Tensor forward(Tensor x)
    {
        return b.call(functional.relu(r.call(a.call(x))));
    }
}
