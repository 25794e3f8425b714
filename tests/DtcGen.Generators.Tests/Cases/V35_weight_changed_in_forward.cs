// input: float 8
// expect: declined h.mul_(0.5)
namespace Tested;

[DualTomographic]
public sealed partial class Net : Module<Tensor, Tensor>
{
    private readonly Linear a = Linear(8, 16);
    private readonly Linear b = Linear(16, 4);
    private readonly Tensor g = torch.ones(16);

    public Net() : base("net")
    {
        RegisterComponents();
    }

    public override Tensor forward(Tensor x)
    {
        var h = g;
        h.mul_(0.5);
        return b.call(a.call(x) * h);
    }
}
