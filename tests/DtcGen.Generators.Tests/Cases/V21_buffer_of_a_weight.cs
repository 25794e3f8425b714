// input: float 8
// expect: declined g
namespace Tested;

[DualTomographic]
public sealed partial class Net : Module<Tensor, Tensor>
{
    private readonly Linear a = Linear(8, 16);
    private readonly Linear b = Linear(16, 4);
    private readonly Tensor g;

    public Net() : base("net")
    {
        g = a.weight.detach().sum(1);
        RegisterComponents();
    }

    public override Tensor forward(Tensor x)
    {
        return b.call(a.call(x) * g);
    }
}
