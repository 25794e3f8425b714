// input: float 8
namespace Tested;

[DualTomographic]
public sealed partial class Net : Module<Tensor, Tensor>
{
    private readonly Linear a = Linear(8, 16);
    private readonly Linear b = Linear(16, 4);
    public Net() : base("net") => RegisterComponents();

    public override Tensor forward(Tensor x)
    {
        var (y, z) = (a.call(x), x);
        var both = torch.zeros(2, x.shape[0], 16);
        (both[0], z) = (functional.relu(y), x * 2);
        (both[1], y) = (y * z.mean(), both[0]);
        return b.call(both[0] + both[1] + y);
    }
}
