// input: float 8
// expect: declined k
namespace Tested;

[DualTomographic]
public sealed partial class Net : Module<Tensor, int, Tensor>
{
    private readonly Linear a = Linear(8, 16);
    private readonly Linear b = Linear(16, 4);

    public Net() : base("net")
    {
        RegisterComponents();
    }

    public override Tensor forward(Tensor x, int k)
    {
        return b.call(a.call(x) * k);
    }
}
